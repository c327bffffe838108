package io.quarkiverse.flamingock.runtime.mongodb;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;

import org.bson.Document;
import org.junit.jupiter.api.RepeatedTest;

import com.mongodb.client.MongoDatabase;

import io.quarkiverse.flamingock.ChangeContext;
import io.quarkiverse.flamingock.result.ApplyResult;
import io.quarkiverse.flamingock.runtime.engine.ManyInstances;
import io.quarkiverse.flamingock.runtime.mongodb.lock.MongoLeaseLock;
import io.quarkiverse.flamingock.runtime.mongodb.server.AuditSession;
import io.quarkiverse.flamingock.runtime.mongodb.server.TestServer;
import io.quarkiverse.flamingock.runtime.mongodb.store.MongoAuditStore;
import io.quarkiverse.flamingock.runtime.mongodb.target.MongoTargetSystem;
import io.quarkiverse.flamingock.spi.Supply;

/**
 * Many instances of an application that start at once on a fresh database: the collections of the extension are created, every
 * change is applied once, and no instance fails.
 */
class ManyInstancesTest {

    private static final int INSTANCES = 8;

    @RepeatedTest(3)
    void everyChangeIsAppliedOnceAndNobodyFails() throws Exception {
        try (TestServer mongo = TestServer.replicaSet()) {
            mongo.database().createCollection("effect");

            List<ManyInstances.Instance> instances = new ArrayList<>();
            for (int i = 0; i < INSTANCES; i++) {
                AuditSession session = new AuditSession(mongo.server());
                instances.add(new ManyInstances.Instance(MongoTargetSystem.of("db", mongo.client(), mongo.name()),
                        new MongoAuditStore("test", mongo.server(), true, session), new MongoLeaseLock(mongo.server(), session),
                        ManyInstancesTest::insert));
            }
            List<ApplyResult> results = ManyInstances.startAll(instances);

            assertThat(results.stream().mapToInt(result -> result.applied().size()).sum()).isEqualTo(ManyInstances.CHANGES);
            assertThat(mongo.collection("effect").find().map(effect -> effect.getString("change")))
                    .hasSize(ManyInstances.CHANGES).doesNotHaveDuplicates();
            assertThat(mongo.collection("flamingock_audit").find().map(event -> event.getString("state")))
                    .hasSize(2 * ManyInstances.CHANGES).containsOnly("STARTED", "EXECUTED");
        }
    }

    private static void insert(Supply supply, ChangeContext context) {
        ((MongoDatabase) supply.find(MongoDatabase.class, null)).getCollection("effect")
                .insertOne(new Document("change", context.changeId()));
    }
}
