package io.quarkiverse.flamingock.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.flamingock.Apply;
import io.quarkiverse.flamingock.Change;
import io.quarkiverse.flamingock.error.AuditStoreUnavailableException;
import io.quarkiverse.flamingock.test.servers.SharedPostgres;
import io.quarkus.test.QuarkusUnitTest;

/**
 * STARTED can't be written because the audit table is read-only for the application's user: the target is untouched.
 */
class ReadOnlyAuditTest {

    static final String DATABASE = "read_only_audit";

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest()
            .overrideConfigKey("quarkus.devservices.enabled", "false")
            .withApplicationRoot(jar -> jar.addClasses(_1__Create.class))
            .overrideConfigKey("quarkus.datasource.db-kind", "postgresql")
            .overrideRuntimeConfigKey("quarkus.datasource.jdbc.url", SharedPostgres.url(DATABASE))
            .setBeforeAllCustomizer(ReadOnlyAuditTest::readOnlyTable)
            .assertException(ReadOnlyAuditTest::assertFailure);

    @Change(id = "create", author = "team")
    public static class _1__Create {
        @Apply
        void apply(Connection connection) throws SQLException {
            connection.createStatement().execute("CREATE TABLE effect (id INT)");
        }
    }

    @Test
    void theStartFails() {
        Assertions.fail("the application must not start");
    }

    /** A superuser may do everything, so the right is taken away by a trigger. */
    private static void readOnlyTable() {
        Databases.execute(SharedPostgres.url(DATABASE),
                "CREATE FUNCTION refuse() RETURNS event_trigger LANGUAGE plpgsql AS $$ BEGIN"
                        + " IF to_regclass('flamingock_audit') IS NOT NULL AND NOT EXISTS (SELECT 1 FROM pg_trigger"
                        + " WHERE tgname = 'read_only') THEN"
                        + " EXECUTE 'CREATE FUNCTION no() RETURNS trigger LANGUAGE plpgsql AS"
                        + " ''BEGIN RAISE EXCEPTION ''''the audit table is read-only''''; END''';"
                        + " EXECUTE 'CREATE TRIGGER read_only BEFORE INSERT ON flamingock_audit EXECUTE FUNCTION no()';"
                        + " END IF; END $$",
                "CREATE EVENT TRIGGER read_only ON ddl_command_end WHEN TAG IN ('CREATE TABLE') EXECUTE FUNCTION refuse()");
    }

    private static void assertFailure(Throwable error) {
        assertThat(error).isInstanceOf(AuditStoreUnavailableException.class)
                .hasMessageStartingWith("The audit store (datasource <default>) could not record what happened: ERROR: the"
                        + " audit table is read-only");
    }

    @AfterAll
    static void theTargetIsUntouched() {
        String url = SharedPostgres.url(DATABASE);
        assertThat(Databases.query(url, "SELECT to_regclass('effect'), (SELECT count(*) FROM flamingock_audit),"
                + " (SELECT count(*) FROM flamingock_state)")).containsExactly("null 0 0");
    }
}
