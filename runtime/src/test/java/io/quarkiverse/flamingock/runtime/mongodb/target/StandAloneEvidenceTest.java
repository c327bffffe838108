package io.quarkiverse.flamingock.runtime.mongodb.target;

import io.quarkiverse.flamingock.runtime.mongodb.server.TestServer;

/**
 * Evidence on a server without transactions.
 */
class StandAloneEvidenceTest extends MongoEvidenceContract {

    @Override
    TestServer server() {
        return TestServer.standAlone();
    }
}
