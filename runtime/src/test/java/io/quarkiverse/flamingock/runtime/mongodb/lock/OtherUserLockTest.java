package io.quarkiverse.flamingock.runtime.mongodb.lock;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;

import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import io.quarkiverse.flamingock.runtime.jdbc.LogCapture;
import io.quarkiverse.flamingock.runtime.mongodb.server.AuditSession;
import io.quarkiverse.flamingock.runtime.mongodb.server.TestServer;
import io.quarkiverse.flamingock.runtime.mongodb.store.MongoAuditStore;
import io.quarkiverse.flamingock.spi.Lease;
import io.quarkiverse.flamingock.spi.LeaseLock;
import io.quarkiverse.flamingock.test.servers.mongodb.MongoStandIn;

/**
 * Row M4 for the lock: an owner of another user died while it recorded.
 */
class OtherUserLockTest {

    private final MongoStandIn standIn = MongoStandIn.start();
    private final TestServer ada = TestServer.at(standIn.uri("ada"), "shop");
    private final TestServer grace = TestServer.at(standIn.uri("grace"), "shop");

    @AfterEach
    void close() {
        ada.client().close();
        grace.client().close();
        standIn.close();
    }

    @Test
    void saysOnceWhatItAskedForAndThenWhatItGot() {
        AuditSession dead = new AuditSession(ada.server());
        new MongoAuditStore("x", ada.server(), true, dead).prepare();
        new MongoLeaseLock(ada.server(), dead).tryAcquire("inventory", "run-1", Duration.ofMillis(1)).orElseThrow();
        ada.client().getDatabase("admin").runCommand(new Document("setParameter", 1)
                .append("transactionLifetimeLimitSeconds", 4));
        dead.use(session -> {
            session.startTransaction();
            return ada.collection("flamingock_lock").updateOne(session, new Document("_id", "inventory"),
                    new Document("$inc", new Document("writes", 1L)));
        });
        LeaseLock lock = new MongoLeaseLock(grace.server(), new AuditSession(grace.server()));
        try (LogCapture log = new LogCapture(MongoLeaseLock.class)) {
            assertThat(lock.tryAcquire("inventory", "run-2", Duration.ofHours(1))).isEmpty();
            assertThat(lock.tryAcquire("inventory", "run-2", Duration.ofHours(1))).as("nothing was ended").isEmpty();
            assertThat(log.messages()).containsExactly("Target system inventory: a transaction in the audit store holds the"
                    + " lock, whose holder before (run-1) has lost it. The server was asked to end the session of that holder."
                    + " It does so at once if that is of the same database user; otherwise the transaction ends when its"
                    + " lifetime is over (transactionLifetimeLimitSeconds of the server, 60 s by default), and the lock is"
                    + " taken then");
            Optional<Lease> taken = Optional.empty();
            for (int attempt = 0; taken.isEmpty() && attempt < 60; attempt++) {
                taken = lock.tryAcquire("inventory", "run-2", Duration.ofHours(1));
            }
            assertThat(taken).isPresent();
            assertThat(log.messages()).hasSize(2).last().isEqualTo("Target system inventory: the lock is taken. The transaction"
                    + " that the holder before (run-1) left open in the audit store has ended; what it had not committed is"
                    + " undone");
        }
    }
}
