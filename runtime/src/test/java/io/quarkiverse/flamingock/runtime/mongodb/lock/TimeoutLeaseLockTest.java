package io.quarkiverse.flamingock.runtime.mongodb.lock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;

import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.mongodb.client.ClientSession;

import io.quarkiverse.flamingock.error.AuditStoreUnavailableException;
import io.quarkiverse.flamingock.runtime.mongodb.server.AuditSession;
import io.quarkiverse.flamingock.runtime.mongodb.server.TestServer;
import io.quarkiverse.flamingock.runtime.mongodb.store.MongoAuditStore;
import io.quarkiverse.flamingock.spi.Lease;
import io.quarkiverse.flamingock.spi.LeaseLock;

/**
 * Row M3 for the lock: a connection string whose {@code timeoutMS} is far too short for it, or never over.
 */
class TimeoutLeaseLockTest {

    private static final Duration LONG = Duration.ofHours(1);

    private final TestServer mongo = TestServer.replicaSet();
    private TestServer impatient;

    @BeforeEach
    void prepare() {
        new MongoAuditStore("x", mongo.server(), true, new AuditSession(mongo.server())).prepare();
        impatient = impatient(1);
    }

    @AfterEach
    void close() {
        impatient.close();
        mongo.close();
    }

    private TestServer impatient(long millis) {
        return TestServer.at(TestServer.with(mongo.uri(), "timeoutMS=" + millis), mongo.name());
    }

    private static LeaseLock lock(TestServer server) {
        return new MongoLeaseLock(server.server(), new AuditSession(server.server()));
    }

    @Test
    void operationsHaveATimeOfTheirOwn() {
        for (int i = 0; i < 20; i++) {
            LeaseLock lock = lock(impatient);
            Lease lease = lock.tryAcquire("inventory-" + i, "run-1", LONG).orElseThrow();
            assertThat(lock.isHeld(lease.name())).isTrue();
            assertThat(lock.tryAcquire(lease.name(), "run-2", LONG)).isEmpty();
            assertThat(lock.renew(lease, LONG)).isTrue();
            lock.release(lock.raise(lease, 50).orElseThrow());
            assertThat(lock.isHeld(lease.name())).isFalse();
        }
    }

    /** With zero the driver would never give up waiting for the dead owner, with little it would say something else of it. */
    @ParameterizedTest
    @ValueSource(longs = { 0, 1 })
    void takesOverFromAnOwnerThatDiedWhileItRecorded(long millis) {
        AuditSession dead = new AuditSession(mongo.server());
        new MongoLeaseLock(mongo.server(), dead).tryAcquire("inventory", "run-1", Duration.ofMillis(1)).orElseThrow();
        dead.use(session -> {
            session.startTransaction();
            return hold(session);
        });
        try (TestServer server = impatient(millis)) {
            assertThat(lock(server).tryAcquire("inventory", "run-2", LONG)).as("never waits for long").isEmpty();
            assertThat(lock(server).tryAcquire("inventory", "run-2", LONG).orElseThrow().takenOver()).isTrue();
        }
    }

    /** Without that, the lease would be over before it is known that the renewal hangs. */
    @Test
    void aRenewalThatHangsLeavesTimeForAnother() {
        Lease lease = lock(impatient).tryAcquire("inventory", "run-1", LONG).orElseThrow();
        try (ClientSession other = mongo.client().startSession()) {
            other.startTransaction();
            hold(other);
            assertThatThrownBy(() -> lock(impatient).renew(lease, Duration.ofSeconds(6)))
                    .isInstanceOf(AuditStoreUnavailableException.class)
                    .hasMessageStartingWith("The lock of target system inventory could not be renewed: ");
            assertThat(other.hasActiveTransaction()).isTrue();
            other.commitTransaction();
        }
        assertThat(lock(impatient).renew(lease, Duration.ofSeconds(6))).isTrue();
    }

    private Object hold(ClientSession session) {
        return mongo.collection("flamingock_lock").updateOne(session, new Document("_id", "inventory"),
                new Document("$inc", new Document("writes", 1L)));
    }
}
