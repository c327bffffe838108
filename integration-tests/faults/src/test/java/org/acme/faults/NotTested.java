package org.acme.faults;

import java.util.List;

/**
 * Rows of the fault matrix that no test here runs, and why; for the others the reports name row, change and store.
 */
final class NotTested {

    /**
     * @param row as the matrix calls it
     * @param where which part of it: stores, strategies or actions
     * @param why the reason
     */
    record Row(String row, String where, String why) {
    }

    static final List<Row> ROWS = List.of(
            new Row("K6", "changes without transaction", "there is no commit; a request in flight is row K4"),
            new Row("K6, K14, K17, Z2, A2 and A3 with a lost answer", "H2",
                    "its protocol sends a statement once and then a number, so that a proxy does not see which one it is"),
            new Row("K12, K13", "transactional changes", "their database takes them back; the rollback method is not called"),
            new Row("K15", "everywhere", "undoing is not there yet"),
            new Row("rows about DDL in a transaction, D2", "MongoDB", "it refuses in a transaction whatever would commit it"),
            new Row("Z1, lifetime of orphaned transactions", "PostgreSQL, MariaDB, H2", "only MongoDB has one"),
            new Row("A10", "replicas", "no store here has any; that a plan which is out of date does no harm is tested"),
            new Row("A11 disk full", "everywhere",
                    "no disk of this size is at hand; the store answers with an error as in A11"),
            new Row("A11 rights", "MongoDB", "the stand-in has no users; its collections refuse what is written instead"),
            new Row("D2 resume", "everywhere", "a change is code; what can continue in the middle is a template with steps"),
            new Row("D5 serialization", "MariaDB, H2",
                    "MariaDB locks what it reads and so has deadlocks instead; H2 lets the writer wait"),
            new Row("D6", "everywhere", "templates are not there yet"),
            new Row("D8, L10", "MariaDB, H2, MongoDB",
                    "only in PostgreSQL an index waits for snapshots, and is left when it fails"),
            new Row("L1, L2: no statement on the lock", "MariaDB, H2, MongoDB", "only the log of PostgreSQL is read"),
            new Row("L2 for more than a minute", "transactional changes of MongoDB", "a transaction lives for a minute"),
            new Row("L9", "a real PgBouncer", "without a pool every transaction has another connection, which is as hard"),
            new Row("L15", "MariaDB, H2, MongoDB", "it is about many decisions, which are the same on every store"));

    private NotTested() {
    }
}
