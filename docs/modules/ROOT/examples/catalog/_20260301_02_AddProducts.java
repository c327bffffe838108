package org.acme.catalog.changes;

import java.util.List;

import org.acme.catalog.Misfortune;
import org.bson.Document;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;

import io.quarkiverse.flamingock.Apply;
import io.quarkiverse.flamingock.Change;
import io.quarkiverse.flamingock.Rollback;
import io.quarkiverse.flamingock.TargetSystem;

/**
 * Written without the session; it belongs to the transaction all the same.
 */
// tag::change[]
@TargetSystem("catalog")
@Change(id = "add-products", author = "catalog-team")
public class _20260301_02_AddProducts {

    @Apply
    public void apply(MongoDatabase database, Misfortune misfortune) {
        MongoCollection<Document> products = database.getCollection("products");
        products.insertOne(new Document("name", "pencil"));
        misfortune.inTheMiddleOf("add-products");
        products.insertOne(new Document("name", "paper"));
    }

    @Rollback
    public void rollback(MongoDatabase database) {
        database.getCollection("products").deleteMany(new Document("name", new Document("$in", List.of("pencil", "paper"))));
    }
}
// end::change[]
