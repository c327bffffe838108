package org.acme.loyalty.changes;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;

import io.quarkiverse.flamingock.Apply;
import io.quarkiverse.flamingock.Change;
import io.quarkiverse.flamingock.Probe;
import io.quarkiverse.flamingock.ProbeResult;
import io.quarkiverse.flamingock.Rollback;
import io.quarkiverse.flamingock.TargetSystem;
import io.quarkus.redis.datasource.RedisDataSource;

/**
 * Of two systems that can be read, so that nobody has to look after a crash, unless one of them has it and the other has not.
 */
@TargetSystem(id = "user-database", also = "cache")
@Change(id = "name-levels", author = "loyalty-team", description = "Who has many points is on a level")
public class _20260403_01_NameLevels {

    @Apply
    public void apply(MongoDatabase users, RedisDataSource cache) {
        users.getCollection("users").updateMany(Filters.gte("points", 100), Updates.set("level", "gold"));
        cache.value(String.class).set("levels", "gold");
    }

    @Rollback
    public void rollback(RedisDataSource cache) {
        cache.key().del("levels");
    }

    // tag::probe[]
    @Probe
    public ProbeResult probe(MongoDatabase users, RedisDataSource cache) {
        boolean inDatabase = users.getCollection("users").countDocuments(Filters.exists("level")) > 0;
        boolean inCache = cache.key().exists("levels");
        if (inDatabase != inCache) {
            return ProbeResult.PARTLY_APPLIED;
        }
        return inDatabase ? ProbeResult.APPLIED : ProbeResult.NOT_APPLIED;
    }
    // end::probe[]
}
