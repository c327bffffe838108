package io.quarkiverse.flamingock.runtime.mongodb.lock;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

import org.bson.Document;

import com.mongodb.MongoException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;

import io.quarkiverse.flamingock.error.AuditStoreUnavailableException;
import io.quarkiverse.flamingock.runtime.mongodb.server.AuditSession;
import io.quarkiverse.flamingock.runtime.mongodb.server.Server;
import io.quarkiverse.flamingock.runtime.text.Sentence;
import io.quarkiverse.flamingock.spi.Lease;
import io.quarkiverse.flamingock.spi.LeaseLock;

/**
 * A lock in a collection beside those of the audit store, one document per target system. Time is compared by the server in
 * the operation that takes the lock, and the token is kept for ever.
 */
public final class MongoLeaseLock implements LeaseLock {

    /** How often a lease can be renewed before it is over. */
    private static final int ATTEMPTS = 3;

    private final Server server;
    private final AuditSession session;
    private final LeaseClock clock;
    /** Owners whose session the server was asked to end, by the names of the locks that they held. */
    private final Map<String, String> asked = new ConcurrentHashMap<>();

    /**
     * @param server the database of the audit store
     * @param session what its holder records in
     */
    public MongoLeaseLock(Server server, AuditSession session) {
        this.server = server;
        this.session = session;
        this.clock = new LeaseClock(server);
    }

    @Override
    public Optional<Lease> tryAcquire(String name, String owner, Duration duration) {
        return guarded("acquired", name, () -> {
            try {
                Lease lease = new Acquisition(server, clock, name, owner, duration, session.id()).attempt();
                if (lease != null && asked.containsKey(name)) {
                    DeadWriter.hasEnded(name, asked.remove(name));
                }
                return announced(Optional.ofNullable(lease));
            } catch (MongoException e) {
                if (!Server.isTimeOver(e)) {
                    throw e;
                }
                // A transaction has written the lock. Whoever asks again finds it free, or finds who has it.
                String ended = new DeadWriter(server, clock).end(locks(), name);
                if (ended != null && !ended.equals(asked.put(name, ended))) {
                    DeadWriter.asked(name, ended);
                }
                return Optional.empty();
            }
        });
    }

    @Override
    public boolean isHeld(String name) {
        return guarded("read", name, () -> find(name));
    }

    @Override
    public Optional<Lease> raise(Lease lease, long above) {
        return guarded("raised", lease.name(), () -> update(locks(), lease, LockDocument.raised(above + 1))
                ? announced(Optional.of(new Lease(lease.name(), lease.owner(), above + 1, lease.takenOver())))
                : Optional.<Lease> empty());
    }

    @Override
    public boolean renew(Lease lease, Duration duration) {
        // Where it takes long there must be time for another attempt.
        return guarded("renewed", lease.name(), () -> update(
                server.collection(server.names().lock(), duration.dividedBy(ATTEMPTS)), lease, LockDocument.renewed(duration)));
    }

    @Override
    public void release(Lease lease) {
        guarded("released", lease.name(), () -> update(locks(), lease, LockDocument.released(lease.takenOver())));
    }

    private boolean find(String name) {
        if (clock.knowsNow()) {
            try {
                return locks().find(Filters.and(Filters.eq(name), Filters.ne(LockDocument.OWNER, null),
                        LeaseClock.notOver())).first() != null;
            } catch (MongoException e) {
                clock.goOnWithoutNow(e);
            }
        }
        Document found = locks().find(Filters.eq(name)).first();
        return found != null && found.getString(LockDocument.OWNER) != null && !clock.isOver(found);
    }

    private boolean update(MongoCollection<Document> locks, Lease lease, Document update) {
        return session.meanwhile(
                () -> locks.updateOne(LockDocument.held(lease), update).getMatchedCount() == 1);
    }

    private Optional<Lease> announced(Optional<Lease> lease) {
        if (lease.isPresent() && !server.hasTransactions()) {
            AnnouncedTokens.announce(server, lease.get());
        }
        return lease;
    }

    private MongoCollection<Document> locks() {
        return server.collection(server.names().lock());
    }

    private static <T> T guarded(String what, String name, Supplier<T> operation) {
        try {
            return operation.get();
        } catch (MongoException | IllegalStateException e) {
            throw new AuditStoreUnavailableException("The lock of target system " + name + " could not be " + what + ": "
                    + Sentence.unended(e.getMessage())
                    + ". Check that the MongoDB of the audit store can be reached, has a primary, and that"
                    + " its user may find, insert and update in the collections of the audit store", e);
        }
    }
}
