package io.quarkiverse.flamingock.runtime.mongodb.store;

import static io.quarkiverse.flamingock.test.contract.Events.event;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;

import org.bson.Document;
import org.junit.jupiter.api.Test;

import io.quarkiverse.flamingock.error.AuditStoreUnavailableException;
import io.quarkiverse.flamingock.result.AuditEvent;
import io.quarkiverse.flamingock.result.ChangeState;
import io.quarkiverse.flamingock.result.HistoryQuery;
import io.quarkiverse.flamingock.runtime.mongodb.server.TestServer;
import io.quarkiverse.flamingock.spi.AuditWrite;
import io.quarkiverse.flamingock.spi.Lease;

/**
 * On a server without transactions, where the head carries events until they are in their collections.
 */
class StandAloneAuditStoreTest extends MongoAuditStoreContract {

    StandAloneAuditStoreTest() {
        super(TestServer.standAlone());
    }

    @Test
    void completesWhatAWriterHasLeft() {
        store().prepare();
        write(0, null, event(1, "a", ChangeState.STARTED));
        forbid("flamingock_state");
        assertThatThrownBy(() -> write(1, "done", event(2, "a", ChangeState.EXECUTED)))
                .isInstanceOf(AuditStoreUnavailableException.class);
        assertThat(store().head("shop").sequence()).as("it is written").isEqualTo(2);
        allow("flamingock_state");

        assertThat(store().snapshot("shop").states().get("a").state()).isEqualTo(ChangeState.EXECUTED);
        assertThat(store().history("shop", HistoryQuery.newest(10))).extracting(AuditEvent::sequence)
                .containsExactly(2L, 1L);
        assertThat(store().history("shop", HistoryQuery.newest(1)).get(0).time()).isNotNull();
        assertThat(mongo.collection("flamingock_head").find().first()).doesNotContainKey("carried");
    }

    @Test
    void completesBeforeTheNextWrite() {
        store().prepare();
        forbid("flamingock_audit");
        assertThatThrownBy(() -> write(0, null, event(1, "a", ChangeState.STARTED)))
                .isInstanceOf(AuditStoreUnavailableException.class);
        allow("flamingock_audit");
        assertThat(write(1, null, event(2, "a", ChangeState.EXECUTED))).isTrue();
        assertThat(store().events("shop", 0, 10)).extracting(AuditEvent::sequence).containsExactly(1L, 2L);
        assertThat(store().snapshot("shop").states().get("a").sequence()).isEqualTo(2);
    }

    @Test
    void completingLateDoesNotBringAnOldStateBack() {
        store().prepare();
        forbid("flamingock_state");
        assertThatThrownBy(() -> write(0, null, event(1, "a", ChangeState.STARTED)))
                .isInstanceOf(AuditStoreUnavailableException.class);
        allow("flamingock_state");
        Document left = mongo.collection("flamingock_head").find().first();
        write(1, null, event(2, "a", ChangeState.EXECUTED));

        StandAloneAuditWriter.complete(mongo.server(), left);
        assertThat(store().snapshot("shop").states().get("a").state()).isEqualTo(ChangeState.EXECUTED);
        assertThat(store().events("shop", 0, 10)).hasSize(2);
    }

    @Test
    void doesNotMatchTheHeadAfterATakeover() {
        store().prepare();
        write(0, null, event(1, "b", ChangeState.STARTED));
        Lease old = lock().tryAcquire("inventory", "run-1", Duration.ofHours(1)).orElseThrow();
        Document held = mongo.collection("flamingock_lock").find().first();
        lock().release(old);
        lock().tryAcquire("inventory", "run-2", Duration.ofHours(1)).orElseThrow();
        // As an old owner sees it that looked just before.
        mongo.collection("flamingock_lock").replaceOne(new Document("_id", "inventory"), held);
        assertThat(store().write(new AuditWrite("shop", 1, List.of(old), List.of(event(2, "a", ChangeState.STARTED)), null,
                null))).isFalse();
        assertThat(store().head("shop").sequence()).isEqualTo(1);
    }

    private void forbid(String collection) {
        mongo.database().runCommand(new Document("collMod", collection).append("validator",
                new Document("never", new Document("$exists", true))));
    }

    private void allow(String collection) {
        mongo.database().runCommand(new Document("collMod", collection).append("validator", new Document()));
    }
}
