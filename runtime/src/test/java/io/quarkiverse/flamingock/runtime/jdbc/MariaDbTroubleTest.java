package io.quarkiverse.flamingock.runtime.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

import org.junit.jupiter.api.Test;

import io.quarkiverse.flamingock.error.AuditStoreUnavailableException;
import io.quarkiverse.flamingock.spi.AuditStore;

class MariaDbTroubleTest extends JdbcTroubleContract {

    MariaDbTroubleTest() {
        super(TestDatabase.mariaDb());
    }

    @Override
    protected String url(String hostAndPort, String name) {
        return hostAndPort == null ? database.url().replaceAll("/[^/]*$", "/" + name)
                : "jdbc:mariadb://" + hostAndPort + "/" + name;
    }

    /** Without any right at all it could not even name the database. */
    @Override
    protected void createUser(String user, String password) throws SQLException {
        database.execute("CREATE USER '" + user + "'@'%' IDENTIFIED BY '" + password + "'");
        database.execute("GRANT DROP ON " + database.name() + ".* TO '" + user + "'@'%'");
    }

    @Override
    protected String readOnly() {
        return database.url() + "?sessionVariables=tx_read_only=1";
    }

    @Test
    void noConnectionIsLeft() throws SQLException {
        String user = "ada_" + System.nanoTime();
        createUser(user, "right");
        database.execute("GRANT USAGE ON *.* TO '" + user + "'@'%' WITH MAX_USER_CONNECTIONS 1");
        try (Connection other = DriverManager.getConnection(database.url(), user, "right")) {
            AuditStore store = technology(database.url(), user, "right", true).open("users");
            AuditStoreUnavailableException error = catchThrowableOfType(AuditStoreUnavailableException.class,
                    () -> store.head("shop"));
            assertThat(error).hasMessageContaining("The server has no connection left for this user. Raise its limit");
            assertThat(error.awaited()).startsWith("datasource users at 127.0.0.1:");
        }
    }
}
