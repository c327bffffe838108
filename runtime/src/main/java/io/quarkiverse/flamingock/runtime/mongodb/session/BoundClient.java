package io.quarkiverse.flamingock.runtime.mongodb.session;

import com.mongodb.MongoDriverInformation;
import com.mongodb.client.MongoClient;
import com.mongodb.connection.ClusterDescription;

/**
 * A client whose operations all take part in the transaction of a change, or are refused.
 */
final class BoundClient extends BoundCluster implements MongoClient {

    private final MongoClient client;

    BoundClient(MongoClient client, SessionBinding binding) {
        super(client, binding);
        this.client = client;
    }

    @Override
    public void close() {
        throw binding.ends("MongoClient.close()");
    }

    @Override
    public ClusterDescription getClusterDescription() {
        return client.getClusterDescription();
    }

    @Override
    public void appendMetadata(MongoDriverInformation mongoDriverInformation) {
        client.appendMetadata(mongoDriverInformation);
    }
}
