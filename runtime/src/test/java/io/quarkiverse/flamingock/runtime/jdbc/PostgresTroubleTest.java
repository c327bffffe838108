package io.quarkiverse.flamingock.runtime.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.sql.SQLException;

import org.junit.jupiter.api.Test;

import io.quarkiverse.flamingock.error.AuditStoreUnavailableException;
import io.quarkiverse.flamingock.spi.AuditStore;
import io.quarkiverse.flamingock.test.servers.StartingPostgres;

class PostgresTroubleTest extends JdbcTroubleContract {

    PostgresTroubleTest() {
        super(TestDatabase.postgres());
    }

    @Override
    protected String url(String hostAndPort, String name) {
        return hostAndPort == null ? database.url().replaceAll("/[^/]*$", "/" + name)
                : "jdbc:postgresql://" + hostAndPort + "/" + name;
    }

    /** The server asks nobody else for a password. */
    @Override
    protected void createUser(String user, String password) throws SQLException {
        database.execute("CREATE ROLE " + user + " LOGIN PASSWORD '" + password + "'");
        database.execute(
                "DO $$ DECLARE old text := pg_read_file(current_setting('hba_file')); BEGIN EXECUTE format('COPY (SELECT"
                        + " unnest(string_to_array(%L, E''\\n''))) TO %L', 'host all " + user
                        + " 127.0.0.1/32 scram-sha-256' || E'\\n'"
                        + " || old, current_setting('hba_file')); END $$");
        database.execute("SELECT pg_reload_conf()");
        awaitReload(user);
    }

    /** Until it lets nobody in without the password. */
    private void awaitReload(String user) throws SQLException {
        for (int i = 0; i < 100; i++) {
            try {
                new TestPools(database.url(), user, "wrong").plain(1).getConnection().close();
            } catch (SQLException e) {
                return;
            }
        }
        throw new AssertionError("the server asks for no password");
    }

    @Override
    protected String readOnly() {
        return database.url() + "?options=-c%20default_transaction_read_only=on";
    }

    @Test
    void theServerIsStarting() throws Exception {
        try (StartingPostgres server = StartingPostgres.start()) {
            AuditStore store = technology(server.url("shop"), "bob", "any", true).open("users");
            AuditStoreUnavailableException error = catchThrowableOfType(AuditStoreUnavailableException.class,
                    () -> store.head("shop"));
            assertThat(error).hasMessageContaining("the database system is starting up")
                    .hasMessageContaining(
                            "Nothing answers at 127.0.0.1:" + server.port() + ", or it takes no connections yet.");
            assertThat(error.awaited()).isEqualTo("datasource users at 127.0.0.1:" + server.port());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void noConnectionIsLeft() throws SQLException {
        String user = "ada_" + System.nanoTime();
        database.execute("CREATE ROLE " + user + " LOGIN CONNECTION LIMIT 0");
        AuditStore store = technology(database.url(), user, "any", true).open("users");
        AuditStoreUnavailableException error = catchThrowableOfType(AuditStoreUnavailableException.class,
                () -> store.head("shop"));
        assertThat(error).hasMessageEndingWith("The server has no connection left for this user. Raise its limit, or lower"
                + " quarkus.datasource.\"users\".jdbc.max-size of those who use it; with quarkus.flamingock.connect-retries a"
                + " start waits for one");
        assertThat(error.awaited()).startsWith("datasource users at localhost:");
    }
}
