package io.quarkiverse.flamingock.runtime.mongodb.target;

import io.quarkiverse.flamingock.runtime.mongodb.server.TestServer;

/**
 * Evidence on a server of MongoDB 4.4 or later.
 */
class LaterEvidenceTest extends MongoOwnTransactionContract {

    @Override
    TestServer server() {
        return TestServer.later();
    }
}
