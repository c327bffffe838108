package io.quarkiverse.flamingock.runtime.mongodb.store;

import static io.quarkiverse.flamingock.test.contract.Events.event;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import java.util.stream.Stream;

import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import com.mongodb.client.ClientSession;

import io.quarkiverse.flamingock.result.ChangeState;
import io.quarkiverse.flamingock.result.HistoryQuery;
import io.quarkiverse.flamingock.runtime.mongodb.lock.MongoLeaseLock;
import io.quarkiverse.flamingock.runtime.mongodb.server.AuditSession;
import io.quarkiverse.flamingock.runtime.mongodb.server.TestServer;
import io.quarkiverse.flamingock.spi.AuditStore;
import io.quarkiverse.flamingock.spi.AuditWrite;
import io.quarkiverse.flamingock.spi.Lease;

/**
 * Row M3 for the audit store: a connection string whose {@code timeoutMS} is far too short for it, or never over.
 */
class TimeoutAuditStoreTest {

    static Stream<Supplier<TestServer>> servers() {
        return Stream.of(TestServer::replicaSet, TestServer::standAlone);
    }

    private static TestServer impatient(TestServer mongo, long millis) {
        return TestServer.at(TestServer.with(mongo.uri(), "timeoutMS=" + millis), mongo.name());
    }

    @ParameterizedTest
    @MethodSource("servers")
    void operationsHaveATimeOfTheirOwn(Supplier<TestServer> server) {
        try (TestServer mongo = server.get(); TestServer impatient = impatient(mongo, 1)) {
            AuditSession session = new AuditSession(impatient.server());
            AuditStore store = new MongoAuditStore("x", impatient.server(), true, session);
            store.prepare();
            Lease lease = new MongoLeaseLock(impatient.server(), session)
                    .tryAcquire("inventory", "run-1", Duration.ofHours(1)).orElseThrow();
            for (int i = 0; i < 20; i++) {
                assertThat(store.write(new AuditWrite("shop", i, List.of(lease),
                        List.of(event(i + 1, "a", ChangeState.STARTED)), null, null))).isTrue();
                assertThat(store.head("shop").sequence()).isEqualTo(i + 1);
            }
            assertThat(store.snapshot("shop").states()).hasSize(1);
            assertThat(store.events("shop", 0, 100)).hasSize(20);
            assertThat(store.history("shop", HistoryQuery.newest(5))).hasSize(5);
        }
    }

    @Test
    void waitsForAnotherWriter() throws Exception {
        for (long millis : new long[] { 0, 1 }) {
            try (TestServer mongo = TestServer.replicaSet(); TestServer impatient = impatient(mongo, millis)) {
                waitsForAnotherWriter(mongo, impatient);
            }
        }
    }

    private static void waitsForAnotherWriter(TestServer mongo, TestServer impatient) throws Exception {
        AuditStore store = new MongoAuditStore("x", impatient.server(), true, new AuditSession(impatient.server()));
        store.prepare();
        store.write(new AuditWrite("shop", 0, List.of(), List.of(event(1, "a", ChangeState.STARTED)), null, null));
        try (ClientSession other = mongo.client().startSession()) {
            other.startTransaction();
            mongo.collection("flamingock_head").updateOne(other, new Document("_id", "shop"),
                    new Document("$inc", new Document("other", 1L)));
            CompletableFuture<Boolean> written = CompletableFuture.supplyAsync(() -> store.write(
                    new AuditWrite("shop", 1, List.of(), List.of(event(2, "a", ChangeState.EXECUTED)), null, null)));
            // longer than one wait
            assertThatThrownBy(() -> written.get(2500, TimeUnit.MILLISECONDS)).isInstanceOf(TimeoutException.class);
            other.abortTransaction();
            assertThat(written.get()).isTrue();
        }
    }
}
