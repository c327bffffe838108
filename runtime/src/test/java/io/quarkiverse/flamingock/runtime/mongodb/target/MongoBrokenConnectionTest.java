package io.quarkiverse.flamingock.runtime.mongodb.target;

import io.quarkiverse.flamingock.runtime.mongodb.server.TestServer;

/**
 * Connections that break on a replica set.
 */
class MongoBrokenConnectionTest extends MongoBrokenConnectionContract {

    @Override
    TestServer server() {
        return TestServer.replicaSet();
    }
}
