package io.quarkiverse.flamingock.runtime.mongodb.target;

import io.quarkiverse.flamingock.runtime.mongodb.server.TestServer;

/**
 * Evidence on a replica set.
 */
class MongoEvidenceTest extends MongoOwnTransactionContract {

    @Override
    TestServer server() {
        return TestServer.replicaSet();
    }
}
