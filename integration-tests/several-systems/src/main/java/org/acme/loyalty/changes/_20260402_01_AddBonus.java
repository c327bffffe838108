package org.acme.loyalty.changes;

import org.bson.Document;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Updates;

import io.quarkiverse.flamingock.Apply;
import io.quarkiverse.flamingock.Change;
import io.quarkiverse.flamingock.Rollback;
import io.quarkiverse.flamingock.TargetSystem;

/**
 * Must not run before the other one has ended well.
 */
@TargetSystem("user-database")
@Change(id = "add-bonus", author = "loyalty-team", description = "A bonus for being here")
public class _20260402_01_AddBonus {

    @Apply
    public void apply(MongoDatabase users) {
        users.getCollection("users").updateMany(new Document(), Updates.inc("bonus", 1));
    }

    @Rollback
    public void rollback(MongoDatabase users) {
        users.getCollection("users").updateMany(new Document(), Updates.unset("bonus"));
    }
}
