package io.quarkiverse.flamingock.runtime.jdbc.guard;

import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientConnectionException;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;

/**
 * Tells errors of a connection from those of a statement: the first are no answer of the database.
 */
public final class BrokenConnection {

    private BrokenConnection() {
    }

    /**
     * @param error an error
     * @return whether a connection broke, or may have
     */
    public static boolean causes(Throwable error) {
        return causes(error, Collections.newSetFromMap(new IdentityHashMap<>()));
    }

    private static boolean causes(Throwable error, Set<Throwable> seen) {
        if (error == null || !seen.add(error)) {
            return false;
        }
        if (error instanceof SQLException e && (is(e) || causes(e.getNextException(), seen))) {
            return true;
        }
        return causes(error.getCause(), seen);
    }

    private static boolean is(SQLException e) {
        return e instanceof SQLNonTransientConnectionException || e instanceof SQLTransientConnectionException
                || e instanceof SQLRecoverableException || e.getSQLState() != null && e.getSQLState().startsWith("08");
    }
}
