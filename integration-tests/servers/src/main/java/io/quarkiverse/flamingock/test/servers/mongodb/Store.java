package io.quarkiverse.flamingock.test.servers.mongodb;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.bson.Document;

/**
 * What is committed, and who holds which documents. One command runs at a time, under {@link #lock}; one that has to wait for
 * a transaction gives the lock up meanwhile.
 */
final class Store {

    /** Fair, so that who has waited for a transaction comes before the next one of the same client. */
    final ReentrantLock lock = new ReentrantLock(true);
    final Edition edition;
    final Catalog committed = new Catalog();
    private final Condition ended = lock.newCondition();
    private final Map<Claim, Transaction> holders = new HashMap<>();
    private final Map<Claim, Long> lastWrites = new HashMap<>();
    private long commits;
    private Duration lifetime = Duration.ofSeconds(60);

    Store(Edition edition) {
        this.edition = edition;
    }

    Transaction begin(String readConcern) {
        Instant now = Instant.now();
        return new Transaction(readConcern, commits, now, now.plus(lifetime), committed.snapshot());
    }

    Duration lifetime() {
        return lifetime;
    }

    void lifetime(Duration limit) {
        lifetime = limit;
    }

    /** Claims for a transaction, or refuses. */
    void claim(Transaction transaction, Set<Claim> claims) {
        for (Claim claim : claims) {
            Transaction holder = holders.get(claim);
            if (holder != null && holder != transaction
                    || lastWrites.getOrDefault(claim, 0L) > transaction.snapshot) {
                throw CommandError.writeConflict();
            }
        }
        for (Claim claim : claims) {
            holders.put(claim, transaction);
            transaction.claims.add(claim);
        }
    }

    /** A transaction that holds one of these, or null. */
    Transaction holder(Set<Claim> claims) {
        for (Claim claim : claims) {
            Transaction holder = holders.get(claim);
            if (holder != null) {
                return holder;
            }
        }
        return null;
    }

    /** A write outside of every transaction, of what nobody holds. */
    void write(String namespace, KeyValue key, Document document, Set<Claim> claims) {
        commits++;
        committed.put(namespace, key, document);
        for (Claim claim : claims) {
            lastWrites.put(claim, commits);
        }
    }

    void commit(Transaction transaction) {
        commits++;
        transaction.created.forEach(namespace -> committed.add(transaction.catalog.get(namespace)));
        transaction.written.forEach((written, document) -> committed.put(written.namespace(), written.key(), document));
        for (Claim claim : transaction.claims) {
            lastWrites.put(claim, commits);
        }
        end(transaction);
    }

    void end(Transaction transaction) {
        for (Claim claim : transaction.claims) {
            holders.remove(claim);
        }
        ended.signalAll();
    }

    /** Lets all that wait look again. */
    void wake() {
        ended.signalAll();
    }

    /** Waits a while for the end of some transaction; the caller has to look again. */
    void await(Instant latest, Instant deadline) {
        Instant until = deadline != null && deadline.isBefore(latest) ? deadline : latest;
        try {
            // at least a moment: the time may be over already
            ended.await(Math.max(1, Duration.between(Instant.now(), until).toMillis() + 1), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CommandError(11601, "Interrupted", "operation was interrupted");
        }
        if (deadline != null && !Instant.now().isBefore(deadline)) {
            throw CommandError.tooLate();
        }
    }
}
