package io.quarkiverse.flamingock.test.servers.mongodb;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;

import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.bson.Document;

/**
 * What one command sees and changes: the committed state, or that of its transaction.
 *
 * @param store the state of the server
 * @param sessions whose transactions end when their time is over
 * @param operation the command itself
 * @param transaction null outside of transactions
 * @param deadline when the command gives up waiting, or null
 */
record Access(Store store, Sessions sessions, Operation operation, Transaction transaction, Instant deadline) {

    Catalog catalog() {
        return transaction == null ? store.committed : transaction.catalog;
    }

    /** The collection, or null where there is none. */
    CollectionData collection(String namespace) {
        if (transaction != null) {
            transaction.touched.add(namespace);
            if (transaction.catalog.get(namespace) == null && store.committed.get(namespace) != null) {
                throw new CommandError(246, "SnapshotUnavailable",
                        "Unable to read from a snapshot due to pending collection catalog changes");
            }
        }
        return catalog().get(namespace);
    }

    /** The collection; the first write creates it, in a transaction where the server can do that. */
    CollectionData writable(String namespace) {
        CollectionData found = collection(namespace);
        if (found != null) {
            return found;
        }
        if (transaction != null && !store.edition.createsInTransactions()) {
            throw new CommandError(263, "OperationNotSupportedInTransaction",
                    "Cannot create namespace " + namespace + " in multi-document transaction.");
        }
        CollectionData created = create(namespace, new Document());
        return created == null ? catalog().get(namespace) : created;
    }

    /**
     * Creates a collection that is not there; another transaction that does the same is in the way.
     *
     * @return null where it had to wait, and another was faster
     */
    CollectionData create(String namespace, Document options) {
        Set<Claim> claims = Set.of(Claim.ofNamespace(namespace));
        if (transaction != null) {
            if (store.committed.get(namespace) != null) {
                throw CommandError.writeConflict();
            }
            store.claim(transaction, claims);
            transaction.created.add(namespace);
            return catalog().create(namespace, options);
        }
        for (Transaction holder = store.holder(claims); holder != null; holder = store.holder(claims)) {
            await(holder);
        }
        return catalog().get(namespace) == null ? catalog().create(namespace, options) : null;
    }

    /**
     * Replaces a document by another; either may be null.
     *
     * @return false where it had to wait: the caller has to look again
     */
    boolean write(CollectionData collection, Document before, Document after) {
        if (after != null) {
            collection.check(before, after);
        }
        Set<Claim> claims = Claim.of(collection, before, after);
        KeyValue key = CollectionData.key((after == null ? before : after).get("_id"));
        if (transaction != null) {
            store.claim(transaction, claims);
            transaction.catalog.put(collection.namespace, key, after);
            transaction.written.put(new Transaction.Written(collection.namespace, key), after);
            return true;
        }
        Transaction holder = store.holder(claims);
        if (holder != null) {
            await(holder);
            return false;
        }
        store.write(collection.namespace, key, after, claims);
        return true;
    }

    /** Waits until no transaction has anything to do with a collection. */
    void exclusive(String namespace) {
        Transaction blocker;
        while ((blocker = sessions.touching(namespace)) != null) {
            await(blocker);
        }
    }

    /** Takes a while, unless the transaction is ended meanwhile. */
    void sleep(Duration duration) {
        Instant end = Instant.now().plus(duration);
        while (Instant.now().isBefore(end)) {
            store.await(end, deadline);
            operation.checkNotKilled();
            sessions.endOverdue();
            if (transaction != null && !sessions.isOpen(transaction)) {
                throw new CommandError(11601, "Interrupted", "operation was interrupted");
            }
        }
    }

    private void await(Transaction blocker) {
        store.await(blocker.ends, deadline);
        operation.checkNotKilled();
        sessions.endOverdue();
    }
}
