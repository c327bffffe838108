package org.acme.catalog.changes;

import org.bson.Document;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.ReplaceOptions;

import io.quarkiverse.flamingock.Apply;
import io.quarkiverse.flamingock.Change;
import io.quarkiverse.flamingock.Recovery;
import io.quarkiverse.flamingock.RecoveryStrategy;
import io.quarkiverse.flamingock.Rollback;
import io.quarkiverse.flamingock.TargetSystem;

/**
 * MongoDB again, after PostgreSQL; without a transaction, but harmless to repeat.
 */
@TargetSystem("catalog")
@Change(id = "add-rulers", author = "catalog-team", transactional = false)
@Recovery(strategy = RecoveryStrategy.ALWAYS_RETRY)
public class _20260303_01_AddRulers {

    @Apply
    public void apply(MongoDatabase database) {
        database.getCollection("products").replaceOne(new Document("name", "ruler"), new Document("name", "ruler"),
                new ReplaceOptions().upsert(true));
    }

    @Rollback
    public void rollback(MongoDatabase database) {
        database.getCollection("products").deleteOne(new Document("name", "ruler"));
    }
}
