package io.quarkiverse.flamingock.effects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.logging.LogRecord;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;

import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.agroal.api.AgroalDataSource;
import io.quarkiverse.flamingock.Apply;
import io.quarkiverse.flamingock.Change;
import io.quarkiverse.flamingock.ChangeContext;
import io.quarkiverse.flamingock.Flamingock;
import io.quarkiverse.flamingock.Rollback;
import io.quarkiverse.flamingock.TargetSystem;
import io.quarkiverse.flamingock.error.ChangeFailedException;
import io.quarkiverse.flamingock.start.Databases;
import io.quarkiverse.flamingock.test.servers.SharedPostgres;
import io.quarkus.agroal.DataSource;
import io.quarkus.test.QuarkusUnitTest;

/**
 * Row C4, on PostgreSQL: a change that met a conflict is tried again only where nothing but its transaction can have had an
 * effect.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class OutsideConflictTest {

    static final String SHOP = SharedPostgres.url("effects_conflict");
    static final String JOURNAL = Databases.h2("effects_journal");

    private static final String HERE = OutsideConflictTest.class.getName() + "$";

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest()
            .overrideConfigKey("quarkus.devservices.enabled", "false")
            .withApplicationRoot(jar -> jar.addClasses(Conflicting.class, _1__Inside.class, _2__Outside.class, Journal.class,
                    Databases.class))
            .setBeforeAllCustomizer(OutsideConflictTest::tables)
            .overrideConfigKey("quarkus.datasource.db-kind", "postgresql")
            .overrideRuntimeConfigKey("quarkus.datasource.jdbc.url", SHOP)
            .overrideConfigKey("quarkus.datasource.journal.db-kind", "h2")
            .overrideRuntimeConfigKey("quarkus.datasource.journal.jdbc.url", JOURNAL)
            .overrideRuntimeConfigKey("quarkus.datasource.journal.username", "sa")
            .overrideRuntimeConfigKey("quarkus.datasource.journal.password", "sa")
            .overrideConfigKey("quarkus.flamingock.audit-store.datasource", "<default>")
            .overrideRuntimeConfigKey("quarkus.flamingock.apply-at-start", "false")
            .setLogRecordPredicate(record -> record.getLoggerName().equals("io.quarkiverse.flamingock")
                    && record.getMessage().startsWith("The changes of this application have"))
            .assertLogRecords(OutsideConflictTest::assertWarning);

    private static void tables() {
        Databases.execute(SHOP, "CREATE TABLE effect (change TEXT, attempt INT)");
        Databases.execute(JOURNAL, "CREATE TABLE entry (id INT)");
    }

    abstract static class Conflicting {
        @Rollback
        void rollback() {
            // so that the build warns of one thing only
        }

        void work(Connection connection, ChangeContext context) throws SQLException {
            connection.createStatement().execute("INSERT INTO effect VALUES ('" + context.changeId() + "', "
                    + context.attempt() + ")");
            if (context.attempt() == 1) {
                connection.createStatement().execute("DO $$ BEGIN RAISE EXCEPTION 'could not serialize access'"
                        + " USING ERRCODE = '40001'; END $$");
            }
        }
    }

    @TargetSystem("default")
    @Change(id = "inside", author = "team")
    public static class _1__Inside extends Conflicting {
        @Apply
        void apply(Connection connection, ChangeContext context) throws SQLException {
            work(connection, context);
        }
    }

    @TargetSystem("default")
    @Change(id = "outside", author = "team")
    public static class _2__Outside extends Conflicting {
        @Apply
        void apply(Connection connection, ChangeContext context, Journal journal) throws SQLException {
            journal.write(context.attempt());
            work(connection, context);
        }
    }

    @Singleton
    public static class Journal {
        @Inject
        @DataSource("journal")
        AgroalDataSource dataSource;

        @Transactional(Transactional.TxType.REQUIRES_NEW)
        public void write(int id) throws SQLException {
            try (Connection connection = dataSource.getConnection()) {
                connection.createStatement().execute("INSERT INTO entry VALUES (" + id + ")");
            }
        }
    }

    @Inject
    Flamingock flamingock;

    @Test
    @Order(1)
    void whatIsOutsideIsNotDoneTwice() {
        assertThatThrownBy(() -> flamingock.apply()).isInstanceOf(ChangeFailedException.class)
                .hasMessageContaining("Change 'outside' is in state ROLLED_BACK on target system 'default'")
                .hasMessageContaining("could not serialize access")
                .hasMessageEndingWith("  The transaction on target system 'default' was undone. What the change may have done"
                        + " outside of it was not:\n    - " + held() + "\n    - " + called()
                        + "\n  Its error may not last, as where another transaction was in the way, but it was not"
                        + " tried again by itself, so that nothing of this is done twice. Look there first. Correct the change, or what"
                        + " it needs, and start again: it will be applied then.");
        assertThat(Databases.query(JOURNAL, "SELECT id FROM entry")).containsExactly("1");
        assertThat(Databases.query(SHOP, "SELECT change, attempt FROM effect")).containsExactly("inside 2");
        assertThat(Databases.trail(SHOP)).containsExactly("inside STARTED", "inside EXECUTION_FAILED", "inside ROLLED_BACK",
                "inside STARTED", "inside EXECUTED", "outside STARTED", "outside EXECUTION_FAILED", "outside ROLLED_BACK");
    }

    @Test
    @Order(2)
    void itIsAppliedWhenAPersonStartsAgain() {
        assertThat(flamingock.apply().applied()).containsExactly("outside");
        assertThat(Databases.query(SHOP, "SELECT change, attempt FROM effect")).containsExactly("inside 2", "outside 2");
    }

    private static String held() {
        return "datasource journal, by parameter 'journal' of #apply (" + HERE + "Journal), its field 'dataSource'"
                + " (io.agroal.api.AgroalDataSource)";
    }

    private static String called() {
        return "what is done in another transaction, by " + HERE
                + "Journal#write with @Transactional(REQUIRES_NEW), which #apply"
                + " calls";
    }

    private static void assertWarning(List<LogRecord> records) {
        assertThat(records).extracting(LogRecord::getMessage).containsExactly(
                """
                        The changes of this application have 1 warning:
                          1. %s_2__Outside: it can have effects that are not undone with its transaction on target system 'default':
                               - %s
                               - %s
                             Name the target systems of these: @TargetSystem(id = "default", also = {"journal"}). Call what joins the \
                        transaction of the change, or declare the change with transactional = false."""
                        .formatted(HERE, held(), called()));
    }
}
