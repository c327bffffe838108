package io.quarkiverse.flamingock.runtime.mongodb.session;

import com.mongodb.client.ClientSession;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;

/**
 * Makes views of a client and a database that belong to the session of one change.
 */
public final class SessionViews {

    private final SessionBinding binding;

    /**
     * @param session the session, with a transaction
     * @param changeId the id of the change
     * @param createsCollections whether the server can create collections in transactions
     */
    public SessionViews(ClientSession session, String changeId, boolean createsCollections) {
        this.binding = new SessionBinding(session, changeId, createsCollections);
    }

    /**
     * @param client the client that the session is of
     * @return a view of it that belongs to the session
     */
    public MongoClient client(MongoClient client) {
        return new BoundClient(client, binding);
    }

    /**
     * @param database a database of the client that the session is of
     * @return a view of it that belongs to the session
     */
    public MongoDatabase database(MongoDatabase database) {
        return new BoundDatabase(database, binding);
    }

    /**
     * @return the session without the means to end it
     */
    public ClientSession session() {
        return new GuardedSession(binding);
    }
}
