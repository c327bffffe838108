package io.quarkiverse.flamingock.runtime.mongodb.target;

import com.mongodb.client.ClientSession;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;

import io.quarkiverse.flamingock.runtime.mongodb.server.Server;
import io.quarkiverse.flamingock.runtime.mongodb.session.SessionViews;
import io.quarkiverse.flamingock.spi.Supply;

/**
 * What a change is given that runs in a transaction. All that is done through it is undone with the transaction, so nothing of
 * it is unseen.
 *
 * @param server the database
 * @param views take part in the transaction
 * @param dependencies what was added to the target system
 */
record TransactionSupply(Server server, SessionViews views, Supply dependencies) implements Supply {

    @Override
    public Object find(Class<?> type, String name) {
        if (!watches(type, name)) {
            return dependencies.find(type, name);
        }
        if (type == MongoClient.class) {
            return views.client(server.client());
        }
        return type == MongoDatabase.class ? views.database(server.client().getDatabase(server.database())) : views.session();
    }

    @Override
    public boolean watches(Class<?> type, String name) {
        return name == null && (type == MongoClient.class || type == MongoDatabase.class || type == ClientSession.class);
    }
}
