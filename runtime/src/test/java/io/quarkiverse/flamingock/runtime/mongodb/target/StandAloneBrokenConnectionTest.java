package io.quarkiverse.flamingock.runtime.mongodb.target;

import io.quarkiverse.flamingock.runtime.mongodb.server.TestServer;

/**
 * Connections that break on a server without transactions.
 */
class StandAloneBrokenConnectionTest extends MongoBrokenConnectionContract {

    @Override
    TestServer server() {
        return TestServer.standAlone();
    }
}
