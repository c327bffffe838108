package io.quarkiverse.flamingock.runtime.mongodb.target;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoException;
import com.mongodb.bulk.BulkWriteResult;

/**
 * Errors by which a server refuses to make what is there already: a rollback method would take away what was there before.
 */
final class ThereAlready {

    /** A collection; an index with other options, or other keys; a document with the same key, in three ways. */
    private static final Set<Integer> CODES = Set.of(48, 85, 86, 11000, 11001, 12582);

    private ThereAlready() {
    }

    static boolean causes(Throwable error) {
        return causes(error, Collections.newSetFromMap(new IdentityHashMap<>()));
    }

    private static boolean causes(Throwable error, Set<Throwable> seen) {
        if (error == null || !seen.add(error)) {
            return false;
        }
        if (error instanceof MongoBulkWriteException e) {
            return isEmpty(e.getWriteResult())
                    && e.getWriteErrors().stream().anyMatch(refused -> CODES.contains(refused.getCode()));
        }
        return error instanceof MongoException e && CODES.contains(e.getCode()) || causes(error.getCause(), seen);
    }

    /** What was done before is an effect that was seen. */
    private static boolean isEmpty(BulkWriteResult result) {
        return result.getInsertedCount() + result.getModifiedCount() + result.getDeletedCount()
                + result.getUpserts().size() == 0;
    }
}
