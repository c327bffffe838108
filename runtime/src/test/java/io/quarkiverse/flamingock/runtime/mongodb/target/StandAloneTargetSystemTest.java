package io.quarkiverse.flamingock.runtime.mongodb.target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import com.mongodb.client.MongoDatabase;

import io.quarkiverse.flamingock.error.TargetSystemUnavailableException;
import io.quarkiverse.flamingock.runtime.mongodb.server.TestServer;
import io.quarkiverse.flamingock.spi.ChangeCall;
import io.quarkiverse.flamingock.spi.Markers;
import io.quarkiverse.flamingock.spi.Outcome;
import io.quarkiverse.flamingock.test.contract.Claims;

/**
 * A server without transactions: changes that ask for one are refused.
 */
class StandAloneTargetSystemTest {

    private final TestServer mongo = TestServer.standAlone();
    private final MongoTargetSystem target = MongoTargetSystem.of("inventory", mongo.client(), mongo.name());

    @AfterEach
    void close() {
        mongo.close();
    }

    @Test
    void refusesTransactionalChanges() {
        assertThatThrownBy(target::transactional).isInstanceOf(TargetSystemUnavailableException.class)
                .hasMessage("Target system inventory: its MongoDB server is no replica set and so has no transactions; its"
                        + " transactional changes can't run, and nothing was applied. Let it run as a replica set, one member is"
                        + " enough (mongod --replSet rs0, then once rs.initiate()), or declare its changes with"
                        + " transactional = false");
        target.fence(Claims.of(1), "shop");
        Outcome outcome = target.execute(new ChangeCall("shop", "a", "sum", 1, true), supply -> {
            throw new AssertionError("called");
        });
        assertThat(outcome.kind()).isEqualTo(Outcome.Kind.NOT_APPLIED);
        assertThat(outcome.error()).hasMessageContaining("; change a can't run in one. Let it run as a replica set");
    }

    @Test
    void appliesTheOthers() {
        assertThat(target.fence(Claims.of(1), "shop")).isEqualTo(Markers.EMPTY);
        assertThat(target.execute(new ChangeCall("shop", "a", "sum", 1, false),
                supply -> ((MongoDatabase) supply.find(MongoDatabase.class, null)).getCollection("effect")
                        .insertOne(new Document("name", "one"))))
                .isEqualTo(Outcome.APPLIED);
        assertThat(mongo.collection("effect").find()).hasSize(1);
    }
}
