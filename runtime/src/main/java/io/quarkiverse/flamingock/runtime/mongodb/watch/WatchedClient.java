package io.quarkiverse.flamingock.runtime.mongodb.watch;

import com.mongodb.MongoDriverInformation;
import com.mongodb.client.MongoClient;
import com.mongodb.connection.ClusterDescription;

/**
 * A client that notes what comes of its operations. It is the application's, and stays open.
 */
final class WatchedClient extends WatchedCluster implements MongoClient {

    private final MongoClient client;

    WatchedClient(MongoClient client, Operations operations) {
        super(client, operations);
        this.client = client;
    }

    @Override
    public void close() {
        client.close();
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
