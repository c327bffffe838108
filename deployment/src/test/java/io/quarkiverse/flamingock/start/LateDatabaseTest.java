package io.quarkiverse.flamingock.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.logging.LogRecord;

import jakarta.inject.Inject;

import org.h2.tools.Server;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.flamingock.Apply;
import io.quarkiverse.flamingock.Change;
import io.quarkiverse.flamingock.Flamingock;
import io.quarkus.test.QuarkusUnitTest;

/** A database server that comes up after the application: the start says what it waits for, and goes on. */
class LateDatabaseTest {

    static final int PORT = freePort();

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest()
            .overrideConfigKey("quarkus.devservices.enabled", "false")
            .withApplicationRoot(jar -> jar.addClass(_1__Create.class))
            .overrideConfigKey("quarkus.datasource.db-kind", "h2")
            .overrideRuntimeConfigKey("quarkus.datasource.jdbc.url",
                    "jdbc:h2:tcp://localhost:" + PORT + "/mem:late;DB_CLOSE_DELAY=-1")
            .overrideRuntimeConfigKey("quarkus.datasource.username", "sa")
            .overrideRuntimeConfigKey("quarkus.datasource.password", "secret-hunter2")
            .overrideRuntimeConfigKey("quarkus.flamingock.connect-retries", "120")
            .overrideRuntimeConfigKey("quarkus.flamingock.connect-retry-interval", "1S")
            .setLogRecordPredicate(LateDatabaseTest::waits)
            .assertLogRecords(LateDatabaseTest::check);

    /** The server starts when the application is heard to wait for it. */
    private static boolean waits(LogRecord record) {
        if (!record.getMessage().startsWith("Waiting for ")) {
            return false;
        }
        try {
            if (server == null) {
                server = Server.createTcpServer("-tcpPort", String.valueOf(PORT), "-ifNotExists", "-tcpDaemon").start();
            }
            return true;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Server server;

    private static void check(List<LogRecord> records) {
        assertThat(String.format(records.get(0).getMessage(), records.get(0).getParameters()))
                .isEqualTo("Waiting for datasource <default> at localhost:" + PORT + ": nothing answers there, or no connection"
                        + " is left. Trying again in 1 s (1 of 120, quarkus.flamingock.connect-retries)");
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Change(id = "create", author = "team")
    public static class _1__Create {
        @Apply
        void apply(Connection connection) throws SQLException {
            connection.createStatement().execute("CREATE TABLE product (id INT)");
        }
    }

    @Inject
    Flamingock flamingock;

    @Test
    void isWaitedFor() {
        assertThat(flamingock.plan().pending()).isEmpty();
    }
}
