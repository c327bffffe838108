package org.acme.catalog.changes;

import org.bson.Document;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;

import io.quarkiverse.flamingock.Apply;
import io.quarkiverse.flamingock.Change;
import io.quarkiverse.flamingock.Rollback;
import io.quarkiverse.flamingock.TargetSystem;

/**
 * MongoDB creates indexes outside of transactions only.
 */
// tag::change[]
@TargetSystem("catalog")
@Change(id = "create-collections", author = "catalog-team", transactional = false)
public class _20260301_01_CreateCollections {

    @Apply
    public void apply(MongoDatabase database) {
        database.createCollection("prices");
        database.getCollection("products").createIndex(new Document("name", 1), new IndexOptions().unique(true));
    }

    @Rollback
    public void rollback(MongoDatabase database) {
        database.getCollection("products").drop();
        database.getCollection("prices").drop();
    }
}
// end::change[]
