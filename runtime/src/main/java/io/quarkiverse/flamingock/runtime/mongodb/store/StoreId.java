package io.quarkiverse.flamingock.runtime.mongodb.store;

import java.util.UUID;

import org.bson.Document;

import com.mongodb.MongoException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.UpdateOptions;

import io.quarkiverse.flamingock.runtime.mongodb.server.Server;

/**
 * A random id that is made once, together with the collections: by it target systems know which audit store gave a token.
 */
final class StoreId {

    private static final String KEY = "id";

    private StoreId() {
    }

    static String of(Server server) {
        MongoCollection<Document> store = server.collection(server.names().store());
        Document found = store.find(Filters.eq(KEY)).first();
        if (found == null) {
            try {
                store.updateOne(Filters.eq(KEY), new Document("$setOnInsert", new Document(KEY, UUID.randomUUID().toString())),
                        new UpdateOptions().upsert(true));
            } catch (MongoException e) {
                if (!Server.isDuplicateKey(e)) {
                    throw e;
                }
            }
            found = store.find(Filters.eq(KEY)).first();
        }
        return found.getString(KEY);
    }
}
