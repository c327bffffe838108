package org.acme.faults;

import java.util.List;

import io.quarkiverse.flamingock.test.servers.H2TcpServer;

/**
 * A database of H2 in server mode.
 */
final class H2Place extends SqlPlace {

    /** One server in this JVM. */
    private static final class Server {
        static final H2TcpServer INSTANCE = H2TcpServer.start();
    }

    H2Place(String database) {
        super(Server.INSTANCE.url(database) + ";DATABASE_TO_UPPER=FALSE;USER=sa;PASSWORD=sa");
        execute("CREATE ALIAS PAUSE FOR \"org.acme.faults.H2Functions.pause\"");
        execute("CREATE USER reader PASSWORD 'reader'");
        execute("GRANT SELECT ON SCHEMA PUBLIC TO reader");
    }

    /** The pool can't tell from an error of H2 that a connection is broken. */
    @Override
    List<String> properties() {
        return List.of("-Dquarkus.datasource.jdbc.validate-on-borrow=true",
                "-Dquarkus.datasource.store.jdbc.validate-on-borrow=true");
    }

    @Override
    public String impatient(String url) {
        return url + ";NETWORK_TIMEOUT=5000";
    }

    @Override
    public String readOnly() {
        return url().replace("DB_CLOSE_DELAY=-1;", "").replace("USER=sa;PASSWORD=sa", "USER=reader;PASSWORD=reader");
    }

    @Override
    public String refusesWrites() {
        return "Not enough rights";
    }

    @Override
    String clock() {
        return "CURRENT_TIMESTAMP";
    }

    @Override
    public void close() {
        Sql.execute(url(), "SHUTDOWN IMMEDIATELY");
    }
}
