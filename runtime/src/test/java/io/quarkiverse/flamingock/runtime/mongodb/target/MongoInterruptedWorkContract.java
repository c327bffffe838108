package io.quarkiverse.flamingock.runtime.mongodb.target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;

import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;

import io.quarkiverse.flamingock.error.LockLostException;
import io.quarkiverse.flamingock.error.TargetSystemUnavailableException;
import io.quarkiverse.flamingock.runtime.jdbc.LogCapture;
import io.quarkiverse.flamingock.runtime.mongodb.server.TestServer;
import io.quarkiverse.flamingock.spi.ChangeCall;
import io.quarkiverse.flamingock.spi.Outcome;
import io.quarkiverse.flamingock.spi.Outcome.Kind;
import io.quarkiverse.flamingock.test.contract.Claims;

/**
 * Row T2: an operation of an old owner runs on at the server, for longer than a lease. What is not at work any more after
 * {@link MongoTargetSystem#endInterrupted} takes no effect.
 */
abstract class MongoInterruptedWorkContract {

    private static final String STILL = "Change 'a' was interrupted. An operation that it had sent to target system 'inventory'"
            + " is still at work";

    final TestServer mongo = server();
    private final TestServer others = TestServer.at(mongo.uri(), mongo.name());
    private CompletableFuture<Outcome> old;

    abstract TestServer server();

    @BeforeEach
    void create() {
        mongo.collection("product").insertOne(new Document("_id", 1).append("name", "old"));
    }

    @AfterEach
    void close() {
        if (old != null) {
            old.join();
        }
        others.client().close();
        mongo.close();
    }

    private MongoTargetSystem target(TestServer client, Duration grace, Duration timeout) {
        return MongoTargetSystem.of("inventory", client.client(), mongo.name())
                .with(new MongoSettings("flamingock_", grace, timeout, true));
    }

    private MongoTargetSystem next(Duration grace, Duration timeout) {
        MongoTargetSystem next = target(others, grace, timeout);
        next.fence(Claims.of(2), "shop");
        return next;
    }

    private static ChangeCall direct(long token) {
        return new ChangeCall("shop", "a", "sum", token, false);
    }

    private void atWork(int millis) throws InterruptedException {
        MongoTargetSystem target = target(mongo, Duration.ZERO, Duration.ofSeconds(10));
        target.fence(Claims.of(1), "shop");
        old = CompletableFuture.supplyAsync(() -> target.execute(direct(1), supply -> ((MongoDatabase) supply
                .find(MongoDatabase.class, null)).getCollection("product").updateMany(
                        new Document("$where", "sleep(" + millis + ") || true"), Updates.set("name", "new"))));
        while (!isAtWork()) {
            assertThat(old).isNotDone();
            Thread.sleep(20);
        }
    }

    /** An operation of a client that is not this one. */
    private boolean isAtWork() {
        return others.client().getDatabase("admin")
                .aggregate(List.of(new Document("$currentOp", new Document("allUsers", false)),
                        new Document("$match", new Document("active", true).append("ns", mongo.name() + ".product"))))
                .first() != null;
    }

    private String name() {
        return others.collection("product").find(Filters.eq(1)).first().getString("name");
    }

    @Test
    void isEnded() throws Exception {
        atWork(30_000);
        try (LogCapture log = new LogCapture("io.quarkiverse.flamingock.runtime.mongodb.fence.InterruptedOperations")) {
            next(Duration.ofMillis(300), Duration.ofSeconds(20)).endInterrupted(Claims.of(2), "shop", "a", () -> false);
            assertThat(log.messages()).containsExactly(
                    STILL + " after quarkus.flamingock.lock.takeover-grace (PT0.3S): the server was asked to end it");
        }
        assertThat(isAtWork()).isFalse();
        assertThat(name()).isEqualTo("old");
        assertThat(old.get().kind()).isNotEqualTo(Kind.APPLIED);
    }

    @Test
    void whatEndsByItselfIsWaitedFor() throws Exception {
        atWork(1500);
        next(Duration.ofMinutes(1), Duration.ofSeconds(1)).endInterrupted(Claims.of(2), "shop", "a", () -> false);
        assertThat(name()).isEqualTo("new");
    }

    @Test
    void ofAnotherChangeOrANewerHolderNothingIsEnded() throws Exception {
        atWork(1500);
        MongoTargetSystem next = next(Duration.ZERO, Duration.ofSeconds(5));
        next.endInterrupted(Claims.of(2), "shop", "b", () -> false);
        next.endInterrupted(Claims.of(2), "other", "a", () -> false);
        next.endInterrupted(Claims.of(1), "shop", "a", () -> false);
        assertThat(old.get()).isEqualTo(Outcome.APPLIED);
    }

    @Test
    void aRequestToEndEndsTheWait() throws Exception {
        atWork(1500);
        MongoTargetSystem next = next(Duration.ofMinutes(1), Duration.ZERO);
        assertThatThrownBy(() -> next.endInterrupted(Claims.of(2), "shop", "a", () -> true))
                .isInstanceOf(TargetSystemUnavailableException.class)
                .hasMessage(STILL + ", and the process was asked to end while it waited for that. Nothing was applied");
        assertThat(old.get()).isEqualTo(Outcome.APPLIED);
    }

    @Test
    void whatCanNotBeEndedStopsTheStart() throws Exception {
        atWork(1500);
        MongoTargetSystem next = next(Duration.ZERO, Duration.ZERO);
        assertThatThrownBy(() -> next.endInterrupted(Claims.of(2), "shop", "a", () -> false))
                .isInstanceOf(TargetSystemUnavailableException.class)
                .hasMessageStartingWith(STILL + ", and could not be ended. Nothing was applied. Wait until it is over and try"
                        + " again, or find it with db.getSiblingDB(\"admin\").aggregate([{$currentOp: {}}, {$match:"
                        + " {\"lsid.id\": ")
                .hasMessageEndingWith("}}]) and end it with db.killOp(<its opid>)");
    }

    @Test
    void anOldOwnerThatComesLateSendsNothing() {
        MongoTargetSystem late = target(mongo, Duration.ZERO, Duration.ofSeconds(5));
        late.fence(Claims.of(1), "shop");
        next(Duration.ZERO, Duration.ofSeconds(5));
        Outcome outcome = late.execute(direct(1), supply -> ((MongoDatabase) supply.find(MongoDatabase.class, null))
                .getCollection("product").updateOne(Filters.eq(1), Updates.set("name", "late")));
        assertThat(outcome.kind()).isEqualTo(Kind.LOCK_LOST);
        assertThat(outcome.error()).isInstanceOf(LockLostException.class).hasMessage("Target system inventory is no longer held"
                + " with token 1: another instance took over");
        assertThat(name()).isEqualTo("old");
    }
}
