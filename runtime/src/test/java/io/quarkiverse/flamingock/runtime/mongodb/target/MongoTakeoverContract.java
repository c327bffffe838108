package io.quarkiverse.flamingock.runtime.mongodb.target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.bson.Document;
import org.bson.UuidRepresentation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import com.mongodb.client.ClientSession;
import com.mongodb.client.MongoClient;

import io.quarkiverse.flamingock.error.TargetSystemUnavailableException;
import io.quarkiverse.flamingock.runtime.mongodb.server.TestServer;
import io.quarkiverse.flamingock.spi.ChangeTarget;
import io.quarkiverse.flamingock.spi.Markers;
import io.quarkiverse.flamingock.spi.NewerTokenException;
import io.quarkiverse.flamingock.spi.Outcome;
import io.quarkiverse.flamingock.test.contract.Claims;

/**
 * How a database is taken over from a holder whose transaction is still open.
 */
abstract class MongoTakeoverContract extends MongoConflictContract {

    @ParameterizedTest
    @EnumSource(names = { "UNSPECIFIED", "STANDARD", "JAVA_LEGACY" })
    void endsTheHangingTransactionOfTheHolderBefore(UuidRepresentation uuids) throws Exception {
        try (MongoClient client = mongo.client(uuids)) {
            ChangeTarget next = takesOver(target(client));
            assertThat(next.execute(execution("a", 2), supply -> effect(supply, "again"))).isEqualTo(Outcome.APPLIED);
        }
    }

    /** Row M3: with zero the driver would wait for ever, with little it would not wait. */
    @ParameterizedTest
    @ValueSource(longs = { 0, 300 })
    void whateverTimeTheApplicationHas(long millis) throws Exception {
        try (TestServer impatient = impatient(millis)) {
            takesOver(target(impatient.client()));
        }
    }

    @Test
    void waitsNoLongerWhereTheProcessIsAskedToEnd() throws Exception {
        ChangeTarget old = fenced(target());
        CountDownLatch atWork = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        CompletableFuture<Outcome> outcome = CompletableFuture.supplyAsync(() -> old.execute(execution("a", 1), supply -> {
            effect(supply, "one");
            atWork.countDown();
            goOn.await(60, TimeUnit.SECONDS);
        }));
        assertThat(atWork.await(30, TimeUnit.SECONDS)).isTrue();
        ChangeTarget next = target(mongo.client()).with(
                new MongoSettings("flamingock_", Duration.ofMinutes(10), Duration.ofMinutes(10), true));
        assertThatThrownBy(() -> next.fence(Claims.of(2), "shop", () -> true))
                .isInstanceOf(TargetSystemUnavailableException.class)
                .hasMessageMatching("Target system inventory was not taken over: the process was asked to end while a"
                        + " transaction held the document 'inventory' of flamingock_fence in database .*\\. Nothing was applied");
        goOn.countDown();
        assertThat(outcome.get()).isEqualTo(Outcome.APPLIED);
    }

    private ChangeTarget takesOver(MongoTargetSystem taker) throws Exception {
        ChangeTarget old = fenced(target());
        CountDownLatch atWork = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        CompletableFuture<Outcome> outcome = CompletableFuture.supplyAsync(() -> old.execute(execution("a", 1), supply -> {
            effect(supply, "one");
            atWork.countDown();
            goOn.await(60, TimeUnit.SECONDS);
            effect(supply, "two");
        }));
        assertThat(atWork.await(30, TimeUnit.SECONDS)).isTrue();
        ChangeTarget next = taker.with(
                new MongoSettings("flamingock_", Duration.ofMillis(300), Duration.ofSeconds(30), true));
        assertThat(next.fence(Claims.of(2), "shop")).isEqualTo(Markers.EMPTY);
        goOn.countDown();
        assertThat(outcome.get().kind()).isEqualTo(Outcome.Kind.LOCK_LOST);
        assertThat(outcome.get().error()).hasMessage("Target system inventory is no longer held with token 1: another instance"
                + " took over");
        assertThat(effects()).isEmpty();
        return next;
    }

    @Test
    void endsASessionThatWasReplacedAfterAnError() throws Exception {
        ChangeTarget old = fenced(target());
        old.execute(execution("a", 1), supply -> {
            throw new IllegalStateException("wrong");
        });
        CountDownLatch atWork = new CountDownLatch(1);
        CompletableFuture<Outcome> outcome = CompletableFuture.supplyAsync(() -> old.execute(execution("a", 1), supply -> {
            atWork.countDown();
            TimeUnit.SECONDS.sleep(3);
        }));
        assertThat(atWork.await(30, TimeUnit.SECONDS)).isTrue();
        ChangeTarget next = target(mongo.client()).with(
                new MongoSettings("flamingock_", Duration.ofMillis(200), Duration.ofSeconds(30), true));
        assertThat(next.fence(Claims.of(2), "shop")).isEqualTo(Markers.EMPTY);
        assertThat(outcome).as("its session was ended before it was done").isNotDone();
        assertThat(outcome.get().kind()).isEqualTo(Outcome.Kind.LOCK_LOST);
    }

    @Test
    void givesUpOnATransactionThatDoesNotEnd() {
        fenced(target());
        try (ClientSession other = mongo.client().startSession()) {
            other.startTransaction();
            mongo.collection("flamingock_fence").updateOne(other, new Document("_id", "inventory"),
                    new Document("$inc", new Document("touch", 1L)));
            MongoTargetSystem next = target(mongo.client()).with(
                    new MongoSettings("flamingock_", Duration.ofMillis(100), Duration.ofMillis(500), true));
            assertThatThrownBy(() -> next.fence(Claims.of(2), "shop")).isInstanceOf(TargetSystemUnavailableException.class)
                    .hasMessageMatching("Target system inventory could not be taken over: after \\d+ ms a transaction still"
                            + " holds the document 'inventory' of flamingock_fence in database " + mongo.name()
                            + "\\. It belongs to an older holder of the lock and must end first\\. The server was asked to end"
                            + " the session of the holder before, but it ends only sessions of the same database user\\. The"
                            + " transaction ends when its lifetime is over \\(transactionLifetimeLimitSeconds of the server,"
                            + " 60 s by default\\): start again then\\. Or find it with .*[$]currentOp: \\{allUsers: true.*,"
                            + " and end it: its own user with .*killSessions.*, who has the right killAnySession with"
                            + " .*killAllSessionsByPattern.*");
            other.abortTransaction();
            assertThat(next.fence(Claims.of(2), "shop")).isEqualTo(Markers.EMPTY);
        }
    }

    /** As one that had no session, or that could not be asked for. */
    @Test
    void doesNotSayThatItAskedWhereItDidNot() {
        fenced(target());
        mongo.collection("flamingock_fence").updateOne(new Document("_id", "inventory"),
                new Document("$set", new Document("session", null)));
        try (ClientSession other = mongo.client().startSession()) {
            other.startTransaction();
            mongo.collection("flamingock_fence").updateOne(other, new Document("_id", "inventory"),
                    new Document("$inc", new Document("touch", 1L)));
            MongoTargetSystem next = target(mongo.client()).with(
                    new MongoSettings("flamingock_", Duration.ofMillis(100), Duration.ofMillis(500), true));
            assertThatThrownBy(() -> next.fence(Claims.of(2), "shop")).isInstanceOf(TargetSystemUnavailableException.class)
                    .hasMessageContaining(" must end first. The transaction ends when its lifetime is over ");
        }
    }

    @Test
    void explainsANewerToken() {
        target().fence(Claims.of(17), "shop");
        assertThatThrownBy(() -> target().fence(Claims.of(5), "shop")).isInstanceOf(NewerTokenException.class)
                .hasMessage("Target system inventory has seen token 17 in flamingock_fence, which is newer than 5: another"
                        + " instance took over. If there is none, the audit store was reset or restored: set the token of"
                        + " 'inventory' in the lock of the audit store to at least 17 and start again")
                .satisfies(error -> assertThat(((NewerTokenException) error).newest()).isEqualTo(17));
    }
}
