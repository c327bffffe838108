package io.quarkiverse.flamingock.runtime.jdbc;

import io.quarkiverse.flamingock.test.servers.H2TcpServer;
import io.quarkiverse.flamingock.test.servers.MariaDbServer;
import io.quarkiverse.flamingock.test.servers.PostgresServer;

/**
 * The servers of the tests of this JVM, each started when it is first needed.
 */
final class TestServers {

    private TestServers() {
    }

    static final class Postgres {
        static final PostgresServer SERVER = PostgresServer.start();
    }

    static final class MariaDb {
        static final MariaDbServer SERVER = MariaDbServer.start();
    }

    static final class H2 {
        static final H2TcpServer SERVER = H2TcpServer.start();
    }
}
