package org.acme.loyalty.changes;

import java.util.List;
import java.util.concurrent.ExecutionException;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.bson.Document;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Updates;

import io.quarkiverse.flamingock.Apply;
import io.quarkiverse.flamingock.Change;
import io.quarkiverse.flamingock.Rollback;
import io.quarkiverse.flamingock.TargetSystem;
import io.quarkus.redis.datasource.RedisDataSource;

/**
 * Of three systems, of which only the first has transactions.
 */
// tag::change[]
@TargetSystem(id = "user-database", also = { "order-events", "cache" })
@Change(id = "start-points", author = "loyalty-team", description = "Users have points, and are told of them")
public class _20260401_01_StartPoints {

    @Apply
    public void apply(MongoDatabase users, Admin kafka, RedisDataSource cache) throws Exception {
        users.getCollection("users").updateMany(new Document(), Updates.inc("points", 100));
        kafka.createTopics(List.of(new NewTopic("points", 3, (short) 1))).all().get();
        cache.value(String.class).set("points-per-euro", "2");
    }

    /** Nothing of the user database: its transaction was undone. */
    @Rollback
    public void rollback(Admin kafka, RedisDataSource cache) throws Exception {
        cache.key().del("points-per-euro");
        try {
            kafka.deleteTopics(List.of("points")).all().get();
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof UnknownTopicOrPartitionException)) {
                throw e;
            }
            // the change had not come so far
        }
    }
}
// end::change[]
