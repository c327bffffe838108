package io.quarkiverse.flamingock.runtime.mongodb.target;

import io.quarkiverse.flamingock.runtime.mongodb.server.TestServer;

class StandAloneInterruptedWorkTest extends MongoInterruptedWorkContract {

    @Override
    TestServer server() {
        return TestServer.standAlone();
    }
}
