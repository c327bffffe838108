package io.quarkiverse.flamingock.callers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.transaction.RollbackException;
import jakarta.transaction.Status;
import jakarta.transaction.Transaction;
import jakarta.transaction.TransactionManager;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.flamingock.Apply;
import io.quarkiverse.flamingock.Change;
import io.quarkiverse.flamingock.Flamingock;
import io.quarkiverse.flamingock.TargetSystem;
import io.quarkiverse.flamingock.error.NothingToFixException;
import io.quarkiverse.flamingock.result.HistoryQuery;
import io.quarkiverse.flamingock.result.Resolution;
import io.quarkiverse.flamingock.start.Databases;
import io.quarkus.test.QuarkusUnitTest;
import io.smallrye.common.annotation.Identifier;

/**
 * {@code apply()} in a transaction of its caller: what was applied and recorded stays, whatever becomes of that transaction and
 * whatever the target system is; and the transaction is what it was.
 */
class CallersTransactionTest {

    static final String URL = Databases.h2("callers");
    static final String LEDGER = Databases.h2("callers_ledger");
    static final String[] IDS = { "jdbc", "direct", "events", "books" };

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest()
            .overrideConfigKey("quarkus.devservices.enabled", "false")
            .withApplicationRoot(jar -> jar.addClasses(_1__Jdbc.class, _2__Direct.class, _3__Events.class, _4__Books.class,
                    Entries.class, Books.class, Producer.class, Databases.class, Waiting.class))
            .setBeforeAllCustomizer(CallersTransactionTest::createTables)
            .overrideConfigKey("quarkus.datasource.db-kind", "h2")
            .overrideRuntimeConfigKey("quarkus.datasource.jdbc.url", URL)
            .overrideRuntimeConfigKey("quarkus.datasource.username", "sa")
            .overrideRuntimeConfigKey("quarkus.datasource.password", "sa")
            .overrideConfigKey("quarkus.datasource.ledger.db-kind", "h2")
            .overrideRuntimeConfigKey("quarkus.datasource.ledger.jdbc.url", LEDGER)
            .overrideRuntimeConfigKey("quarkus.datasource.ledger.username", "sa")
            .overrideRuntimeConfigKey("quarkus.datasource.ledger.password", "sa")
            .overrideConfigKey("quarkus.flamingock.audit-store.datasource", "<default>")
            .overrideConfigKey("quarkus.flamingock.target-systems.events.kind", "non-transactional")
            .overrideRuntimeConfigKey("quarkus.flamingock.apply-at-start", "false");

    @TargetSystem("default")
    @Change(id = "jdbc", author = "team")
    public static class _1__Jdbc {
        @Apply
        void apply(Connection connection) throws SQLException {
            connection.createStatement().execute("INSERT INTO effect VALUES ('jdbc')");
        }
    }

    @TargetSystem("default")
    @Change(id = "direct", author = "team", transactional = false)
    public static class _2__Direct {
        @Apply
        void apply(Connection connection, Entries entries) throws SQLException {
            connection.createStatement().execute("INSERT INTO effect VALUES ('direct')");
            entries.add("direct");
        }
    }

    @TargetSystem("events")
    @Change(id = "events", author = "team")
    public static class _3__Events {
        @Apply
        void apply(Entries entries, Waiting waiting) throws Exception {
            entries.add("events");
            waiting.await();
        }
    }

    @TargetSystem("books")
    @Change(id = "books", author = "team")
    public static class _4__Books {
        @Apply
        void apply() {
            // its target system writes
        }
    }

    /** Lets a change last until a transaction has timed out. */
    @Singleton
    public static class Waiting {

        volatile Transaction transaction;

        void await() throws Exception {
            while (transaction != null && transaction.getStatus() != Status.STATUS_ROLLEDBACK) {
                Thread.sleep(50);
            }
        }
    }

    @Singleton
    public static class Producer {
        @Produces
        @Singleton
        @Identifier("books")
        Books books(Entries entries) {
            return new Books(entries);
        }
    }

    @Inject
    Flamingock flamingock;

    @Inject
    TransactionManager transactions;

    @Inject
    Entries entries;

    @Inject
    Waiting waiting;

    static void createTables() {
        Databases.execute(URL, "CREATE TABLE effect (text VARCHAR(20))");
        Databases.execute(LEDGER, "CREATE TABLE entry (text VARCHAR(20))");
    }

    @BeforeEach
    void nothingIsApplied() {
        waiting.transaction = null;
        Databases.execute(LEDGER, "DELETE FROM entry");
        Databases.execute(URL, "DELETE FROM effect");
        for (String table : Databases.query(URL, "SELECT table_name FROM information_schema.tables"
                + " WHERE table_name IN ('flamingock_audit', 'flamingock_state', 'flamingock_head', 'flamingock_marker')")) {
            Databases.execute(URL, "DELETE FROM \"" + table + '"');
        }
    }

    @Test
    void rolledBackAfterwards() throws Exception {
        begin();
        assertThat(flamingock.apply().applied()).containsExactly(IDS);
        assertIsActive();
        entries.add("own");
        transactions.rollback();

        assertThatAllIsThere("direct", "events", "books");
    }

    @Test
    void committedAfterwards() throws Exception {
        begin();
        entries.add("own");
        assertThat(flamingock.apply().applied()).containsExactly(IDS);
        assertIsActive();
        assertThat(Databases.query(LEDGER, "SELECT text FROM entry")).doesNotContain("own");
        transactions.commit();

        assertThatAllIsThere("direct", "events", "books", "own");
    }

    @Test
    void markedForRollback() throws Exception {
        begin();
        entries.add("own");
        transactions.setRollbackOnly();
        assertThat(flamingock.apply().applied()).containsExactly(IDS);
        assertThat(transactions.getStatus()).isEqualTo(Status.STATUS_MARKED_ROLLBACK);
        assertThatThrownBy(transactions::commit).isInstanceOf(RollbackException.class);

        assertThatAllIsThere("direct", "events", "books");
    }

    @Test
    void timedOutMeanwhile() throws Exception {
        transactions.setTransactionTimeout(1);
        try {
            begin();
        } finally {
            transactions.setTransactionTimeout(0);
        }
        Transaction own = transactions.getTransaction();
        entries.add("own");
        waiting.transaction = own;
        assertThat(flamingock.apply().applied()).containsExactly(IDS);
        assertThat(transactions.getTransaction()).isEqualTo(own);
        assertThatThrownBy(transactions::commit).isInstanceOf(RollbackException.class);

        assertThatAllIsThere("direct", "events", "books");
    }

    @Test
    void everyOtherCallLeavesItAlone() throws Exception {
        flamingock.apply();
        begin();
        assertThat(flamingock.plan().pending()).isEmpty();
        assertThat(flamingock.issues()).isEmpty();
        assertThat(flamingock.history(HistoryQuery.newest(100))).hasSize(8);
        assertThat(flamingock.verify().intact()).isTrue();
        assertThatThrownBy(() -> flamingock.fix("jdbc", Resolution.EXECUTED, null)).isInstanceOf(NothingToFixException.class);
        assertThat(flamingock.rebuild().executed()).isEmpty();
        assertIsActive();
        transactions.rollback();
    }

    private void begin() throws Exception {
        transactions.begin();
    }

    private void assertIsActive() throws Exception {
        assertThat(transactions.getStatus()).isEqualTo(Status.STATUS_ACTIVE);
    }

    private static void assertThatAllIsThere(String... entries) {
        assertThat(Databases.query(URL, "SELECT change_id, state FROM \"flamingock_state\""))
                .containsExactlyInAnyOrder("jdbc EXECUTED", "direct EXECUTED", "events EXECUTED", "books EXECUTED");
        assertThat(Databases.query(URL, "SELECT text FROM effect")).containsExactly("jdbc", "direct");
        assertThat(Databases.query(LEDGER, "SELECT text FROM entry")).containsExactlyInAnyOrder(entries);
    }
}
