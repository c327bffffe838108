package io.quarkiverse.flamingock.runtime.mongodb.watch;

import java.util.function.Consumer;

import com.mongodb.client.ClientSession;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;

/**
 * Makes views of a client for one call of a change without a transaction.
 */
public final class WatchedViews implements AutoCloseable {

    private final MongoClient client;
    private final Operations operations;

    /**
     * @param client the application's client
     * @param watch what is told of the operations
     * @param note what is told of each session before it is used
     */
    public WatchedViews(MongoClient client, Watch watch, Consumer<ClientSession> note) {
        this.client = client;
        this.operations = new Operations(client, watch, note);
    }

    /**
     * @return the client
     */
    public MongoClient client() {
        return new WatchedClient(client, operations);
    }

    /**
     * @param name the name of a database
     * @return the database
     */
    public MongoDatabase database(String name) {
        return WatchedDatabase.of(client.getDatabase(name), operations);
    }

    /**
     * @param session a session of the client
     * @return the session, which is closed with this
     */
    public ClientSession session(ClientSession session) {
        return operations.watched(session);
    }

    /**
     * @return whether the change has left a transaction open in one of them, even if it has closed that since
     */
    public boolean leftOpen() {
        return operations.sessions().open() || operations.watch().leftOpen();
    }

    /** Closes all sessions and so aborts what the change did not commit; those, too, with something on its way. */
    @Override
    public void close() {
        operations.sessions().close();
    }
}
