package io.quarkiverse.flamingock.runtime.mongodb.lock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import org.bson.Document;
import org.junit.jupiter.api.Test;

import com.mongodb.MongoException;

import io.quarkiverse.flamingock.runtime.mongodb.server.AuditSession;
import io.quarkiverse.flamingock.runtime.mongodb.server.TestServer;
import io.quarkiverse.flamingock.spi.Lease;
import io.quarkiverse.flamingock.spi.LeaseLock;

/**
 * On a replica set.
 */
class MongoLeaseLockTest extends MongoLeaseLockContract {

    MongoLeaseLockTest() {
        super(TestServer.replicaSet());
    }

    @Test
    void endsWhatADeadOwnerWasRecording() {
        AuditSession dead = new AuditSession(mongo.server());
        new MongoLeaseLock(mongo.server(), dead).tryAcquire("inventory", "run-1", Duration.ofMillis(1)).orElseThrow();
        dead.use(session -> {
            session.startTransaction();
            return mongo.collection("flamingock_lock").updateOne(session, new Document("_id", "inventory"),
                    new Document("$inc", new Document("writes", 1L)));
        });
        assertThat(lock().tryAcquire("inventory", "run-2", Duration.ofHours(1))).as("never waits for long").isEmpty();
        assertThat(lock().tryAcquire("inventory", "run-2", Duration.ofHours(1)).orElseThrow().takenOver()).isTrue();
        assertThatThrownBy(() -> dead.use(session -> {
            session.commitTransaction();
            return null;
        })).isInstanceOf(MongoException.class);
    }

    /** Who holds the lock may be at work for long, and others come and go. */
    @Test
    void leavesTransactionsOfALiveOwnerAlone() {
        AuditSession alive = new AuditSession(mongo.server());
        new MongoLeaseLock(mongo.server(), alive).tryAcquire("inventory", "run-1", Duration.ofHours(1)).orElseThrow();
        alive.use(session -> {
            session.startTransaction();
            return mongo.collection("flamingock_lock").updateOne(session, new Document("_id", "inventory"),
                    new Document("$inc", new Document("writes", 1L)));
        });
        // the same owner asks again, which has to wait for what it has open
        assertThat(lock().tryAcquire("inventory", "run-1", Duration.ofHours(1))).isEmpty();
        assertThat(lock().tryAcquire("inventory", "run-2", Duration.ofHours(1))).isEmpty();
        alive.use(session -> {
            session.commitTransaction();
            return null;
        });
        assertThat(mongo.collection("flamingock_lock").find().first().getLong("writes")).isEqualTo(1);
    }

    /** Row M2: the renewal would hold the only connection, which the transaction that it waits for needs. */
    @Test
    void aRenewalDoesNotWaitForTheOwnRecordingOnAPoolOfOne() {
        try (TestServer one = TestServer.at(TestServer.with(mongo.uri(), "maxPoolSize=1"), mongo.name())) {
            AuditSession recording = new AuditSession(one.server());
            LeaseLock lock = new MongoLeaseLock(one.server(), recording);
            Lease lease = lock.tryAcquire("inventory", "run-1", Duration.ofHours(1)).orElseThrow();
            List<CompletableFuture<Boolean>> renewals = new ArrayList<>();
            recording.use(session -> {
                session.startTransaction();
                one.collection("flamingock_lock").updateOne(session, new Document("_id", "inventory"),
                        new Document("$inc", new Document("writes", 1L)));
                renewals.add(CompletableFuture.supplyAsync(() -> lock.renew(lease, Duration.ofHours(1))));
                renewals.add(CompletableFuture.supplyAsync(() -> lock.renew(lease, Duration.ofHours(2))));
                sleep();
                one.collection("flamingock_head").insertOne(session, new Document("_id", "shop"));
                session.commitTransaction();
                return null;
            });
            assertThat(renewals).extracting(CompletableFuture::join).containsExactly(true, true);
        }
    }

    private static void sleep() {
        try {
            TimeUnit.MILLISECONDS.sleep(500);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void sendsOneCommandEach() {
        Duration hour = Duration.ofHours(1);
        lock().release(lock().tryAcquire("inventory", "run-1", hour).orElseThrow());
        mongo.commands();
        Lease lease = lock().tryAcquire("inventory", "run-2", hour).orElseThrow();
        lock().renew(lease, hour);
        lock().release(lease);
        assertThat(mongo.commands()).containsExactly("findAndModify", "update", "update");
    }
}
