package io.quarkiverse.flamingock.test.servers;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.UUID;

import org.h2.tools.Server;

/**
 * H2 in server mode, so that several processes share a database. The databases are in the memory of this JVM and end with it.
 */
public final class H2TcpServer implements AutoCloseable {

    private static final String USER = "sa";

    private final Server server;

    private H2TcpServer(Server server) {
        this.server = server;
    }

    /**
     * @return a running server that ends with the JVM, or with {@link #close()}
     */
    public static H2TcpServer start() {
        try {
            return new H2TcpServer(Server.createTcpServer("-tcpPort", "0", "-tcpDaemon", "-ifNotExists").start());
        } catch (SQLException e) {
            throw new IllegalStateException("H2 did not start", e);
        }
    }

    /**
     * @return the name of a database that is created at its first use
     */
    public String createDatabase() {
        return "db" + UUID.randomUUID();
    }

    /**
     * @param database the name of a database
     * @return its JDBC URL; the user is {@link #user()}, and so is the password
     */
    public String url(String database) {
        return "jdbc:h2:tcp://localhost:" + server.getPort() + "/mem:" + database + ";DB_CLOSE_DELAY=-1";
    }

    /**
     * @return the administrator of every database
     */
    public String user() {
        return USER;
    }

    /**
     * @param database the name of a database
     * @return a connection to it
     */
    public Connection connect(String database) throws SQLException {
        return DriverManager.getConnection(url(database), USER, USER);
    }

    @Override
    public void close() {
        server.stop();
    }
}
