package io.quarkiverse.flamingock.runtime.mongodb.store;

import static io.quarkiverse.flamingock.test.contract.Events.event;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.bson.Document;
import org.junit.jupiter.api.Test;

import com.mongodb.client.ClientSession;

import io.quarkiverse.flamingock.error.AuditStoreUnavailableException;
import io.quarkiverse.flamingock.result.ChangeState;
import io.quarkiverse.flamingock.runtime.mongodb.server.TestServer;
import io.quarkiverse.flamingock.spi.AuditWrite;
import io.quarkiverse.flamingock.spi.Head;
import io.quarkiverse.flamingock.spi.Lease;

/**
 * On a replica set, where event, state and head are written in one transaction.
 */
class MongoAuditStoreTest extends MongoAuditStoreContract {

    MongoAuditStoreTest() {
        super(TestServer.replicaSet());
    }

    @Test
    void writesInOneTransaction() {
        store().prepare();
        Lease lease = lock().tryAcquire("inventory", "run-1", Duration.ofHours(1)).orElseThrow();
        mongo.commands();
        store().write(new AuditWrite("shop", 0, List.of(lease), List.of(event(1, "a", ChangeState.EXECUTED),
                event(2, "b", ChangeState.STARTED)), null, null));
        assertThat(mongo.commands()).containsExactly("update", "findAndModify", "insert", "update", "commitTransaction");
    }

    @Test
    void writesAllOrNothing() {
        store().prepare();
        mongo.database().runCommand(new Document("collMod", "flamingock_state").append("validator",
                new Document("never", new Document("$exists", true))));
        assertThatThrownBy(() -> write(0, null, event(1, "a", ChangeState.STARTED)))
                .isInstanceOf(AuditStoreUnavailableException.class);
        assertThat(store().head("shop")).isEqualTo(Head.EMPTY);
        assertThat(mongo.collection("flamingock_audit").find()).isEmpty();
    }

    @Test
    void waitsForAnotherWriter() throws Exception {
        store().prepare();
        write(0, null, event(1, "a", ChangeState.STARTED));
        try (ClientSession other = mongo.client().startSession()) {
            other.startTransaction();
            mongo.collection("flamingock_head").updateOne(other, new Document("_id", "shop"),
                    new Document("$inc", new Document("sequence", 1L)));
            CompletableFuture<Boolean> written = CompletableFuture
                    .supplyAsync(() -> write(1, null, event(2, "a", ChangeState.EXECUTED)));
            assertThatThrownBy(() -> written.get(300, TimeUnit.MILLISECONDS)).isInstanceOf(TimeoutException.class);
            other.abortTransaction();
            assertThat(written.get()).isTrue();
        }
    }

    @Test
    void refusesALeaseThatIsTakenDuringItsTransaction() throws Exception {
        store().prepare();
        Lease lease = lock().tryAcquire("inventory", "run-1", Duration.ofHours(1)).orElseThrow();
        try (ClientSession taker = mongo.client().startSession()) {
            taker.startTransaction();
            mongo.collection("flamingock_lock").updateOne(taker, new Document("_id", "inventory"),
                    new Document("$set", new Document("owner", "run-2")).append("$inc", new Document("token", 1L)));
            CompletableFuture<Boolean> written = CompletableFuture.supplyAsync(() -> store().write(new AuditWrite("shop", 0,
                    List.of(lease), List.of(event(1, "a", ChangeState.EXECUTED)), null, null)));
            // longer than a writer takes that tries again at once
            assertThatThrownBy(() -> written.get(300, TimeUnit.MILLISECONDS)).isInstanceOf(TimeoutException.class);
            taker.commitTransaction();
            assertThat(written.get()).isFalse();
        }
        assertThat(store().snapshot("shop").states()).isEmpty();
    }
}
