package org.acme.catalog.changes;

import org.acme.catalog.Misfortune;
import org.bson.Document;

import com.mongodb.client.ClientSession;
import com.mongodb.client.MongoDatabase;

import io.quarkiverse.flamingock.Apply;
import io.quarkiverse.flamingock.Change;
import io.quarkiverse.flamingock.Rollback;
import io.quarkiverse.flamingock.TargetSystem;

/**
 * Written with the session.
 */
// tag::change[]
@TargetSystem("catalog")
@Change(id = "add-prices", author = "catalog-team")
public class _20260301_03_AddPrices {

    @Apply
    public void apply(MongoDatabase database, ClientSession session, Misfortune misfortune) {
        database.getCollection("prices").insertOne(session, new Document("_id", "pencil").append("cents", 120));
        misfortune.inTheMiddleOf("add-prices");
        database.getCollection("prices").insertOne(session, new Document("_id", "paper").append("cents", 350));
    }

    @Rollback
    public void rollback(MongoDatabase database, ClientSession session) {
        database.getCollection("prices").deleteMany(session, new Document());
    }
}
// end::change[]
