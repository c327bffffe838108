package io.quarkiverse.flamingock.runtime.mongodb;

/**
 * On a server without transactions.
 */
class StandAloneLeaseLockTest extends MongoLeaseLockContract {

    StandAloneLeaseLockTest() {
        super(TestServer.standAlone());
    }
}
