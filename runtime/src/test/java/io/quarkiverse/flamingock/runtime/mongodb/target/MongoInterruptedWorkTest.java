package io.quarkiverse.flamingock.runtime.mongodb.target;

import io.quarkiverse.flamingock.runtime.mongodb.server.TestServer;

class MongoInterruptedWorkTest extends MongoInterruptedWorkContract {

    @Override
    TestServer server() {
        return TestServer.replicaSet();
    }
}
