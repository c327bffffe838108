package io.quarkiverse.flamingock.runtime.mongodb.lock;

import io.quarkiverse.flamingock.runtime.mongodb.server.TestServer;

/**
 * On a server without transactions.
 */
class StandAloneLeaseLockTest extends MongoLeaseLockContract {

    StandAloneLeaseLockTest() {
        super(TestServer.standAlone());
    }
}
