package io.quarkiverse.flamingock.runtime.mongodb.lock;

import static io.quarkiverse.flamingock.test.contract.Events.event;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Date;
import java.util.List;
import java.util.Optional;

import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkiverse.flamingock.error.AuditStoreUnavailableException;
import io.quarkiverse.flamingock.result.ChangeState;
import io.quarkiverse.flamingock.runtime.mongodb.server.AuditSession;
import io.quarkiverse.flamingock.runtime.mongodb.server.TestServer;
import io.quarkiverse.flamingock.runtime.mongodb.store.MongoAuditStore;
import io.quarkiverse.flamingock.spi.AuditStore;
import io.quarkiverse.flamingock.spi.AuditWrite;
import io.quarkiverse.flamingock.spi.Lease;
import io.quarkiverse.flamingock.spi.LeaseLock;
import io.quarkiverse.flamingock.test.contract.LeaseLockContract;

/**
 * What every lock in MongoDB does.
 */
abstract class MongoLeaseLockContract extends LeaseLockContract {

    private static final Duration LONG = Duration.ofHours(1);

    protected final TestServer mongo;

    MongoLeaseLockContract(TestServer mongo) {
        this.mongo = mongo;
    }

    @BeforeEach
    void prepare() {
        store().prepare();
    }

    @AfterEach
    void close() {
        mongo.close();
    }

    @Override
    protected LeaseLock lock() {
        return new MongoLeaseLock(mongo.server(), new AuditSession(mongo.server()));
    }

    @Override
    protected void expire(String name) {
        mongo.collection("flamingock_lock").updateOne(new Document("_id", name),
                new Document("$set", new Document("renewedAt", new Date(0))));
    }

    private AuditStore store() {
        return new MongoAuditStore("MongoDB client <default>", mongo.server(), true, new AuditSession(mongo.server()));
    }

    @Test
    void endsALeaseByTheClockOfTheServer() {
        Lease old = lock().tryAcquire("inventory", "run-1", Duration.ofMillis(200)).orElseThrow();
        long start = System.nanoTime();
        Optional<Lease> taken = Optional.empty();
        while (taken.isEmpty() && System.nanoTime() - start < Duration.ofMinutes(1).toNanos()) {
            taken = lock().tryAcquire("inventory", "run-2", LONG);
        }
        assertThat(taken).contains(new Lease("inventory", "run-2", old.token() + 1, true));
    }

    @Test
    void goesOnFromTheLastTokenWhenItsDocumentWasDeleted() {
        store().write(new AuditWrite("shop", 0, List.of(), List.of(event(1, "a", ChangeState.EXECUTED)), null, null));
        Lease lease = lock().tryAcquire("inventory", "run-1", LONG).orElseThrow();
        assertThat(lease.token()).as("the event has token 7").isEqualTo(8);
        mongo.collection("flamingock_lock").deleteMany(new Document());
        assertThat(lock().renew(lease, LONG)).isFalse();
        assertThat(lock().tryAcquire("inventory", "run-2", LONG).orElseThrow().token()).isEqualTo(8);
        assertThat(lock().tryAcquire("broker", "run-2", LONG).orElseThrow().token()).isEqualTo(1);
    }

    @Test
    void saysWhyItCantBeUsed() {
        Lease lease = lock().tryAcquire("inventory", "run-1", LONG).orElseThrow();
        expire("inventory");
        mongo.database().runCommand(new Document("collMod", "flamingock_lock").append("validator",
                new Document("never", new Document("$exists", true))));
        assertThatThrownBy(() -> lock().tryAcquire("inventory", "run-2", LONG))
                .isInstanceOf(AuditStoreUnavailableException.class)
                .hasMessageStartingWith("The lock of target system inventory could not be acquired: ")
                .hasMessageContaining("validation")
                .hasMessageEndingWith("Check that the MongoDB of the audit store can be reached, has a primary, and that its"
                        + " user may find, insert and update in the collections of the audit store");
        assertThatThrownBy(() -> lock().renew(lease, LONG))
                .hasMessageStartingWith("The lock of target system inventory could not be renewed: ");
        assertThatThrownBy(() -> lock().raise(lease, 50))
                .hasMessageStartingWith("The lock of target system inventory could not be raised: ");
        assertThatThrownBy(() -> lock().release(lease))
                .hasMessageStartingWith("The lock of target system inventory could not be released: ");
    }
}
