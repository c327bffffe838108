package io.quarkiverse.flamingock.runtime.mongodb.watch;

import com.mongodb.MongoException;
import com.mongodb.bulk.BulkWriteResult;
import com.mongodb.client.model.bulk.ClientBulkWriteResult;
import com.mongodb.client.result.DeleteResult;
import com.mongodb.client.result.InsertManyResult;
import com.mongodb.client.result.InsertOneResult;
import com.mongodb.client.result.UpdateResult;

/**
 * Reads from what the driver answers whether a write had an effect: one that matched nothing, or found everything as it was to
 * be, had none.
 */
final class Results {

    private Results() {
    }

    static Effect of(InsertOneResult result) {
        return result.wasAcknowledged() ? Effect.CERTAIN : Effect.POSSIBLE;
    }

    static Effect of(InsertManyResult result) {
        return result.wasAcknowledged() ? Effect.certainIf(!result.getInsertedIds().isEmpty()) : Effect.POSSIBLE;
    }

    static Effect of(UpdateResult result) {
        return result.wasAcknowledged()
                ? Effect.certainIf(result.getModifiedCount() > 0 || result.getUpsertedId() != null)
                : Effect.POSSIBLE;
    }

    static Effect of(DeleteResult result) {
        return result.wasAcknowledged() ? Effect.certainIf(result.getDeletedCount() > 0) : Effect.POSSIBLE;
    }

    static Effect of(BulkWriteResult result) {
        return result.wasAcknowledged() ? Effect.certainIf(result.getInsertedCount() + result.getModifiedCount()
                + result.getDeletedCount() + result.getUpserts().size() > 0) : Effect.POSSIBLE;
    }

    static Effect of(ClientBulkWriteResult result) {
        return result.isAcknowledged() ? Effect.certainIf(result.getInsertedCount() + result.getModifiedCount()
                + result.getDeletedCount() + result.getUpsertedCount() > 0) : Effect.POSSIBLE;
    }

    /** Whether the answer of a server that came too late says the contrary of what is there. */
    static boolean wasInterrupted(MongoException e) {
        return switch (e.getCode()) {
            // shut down, not primary any more: an index is built on, a write may be there and not replicated
            case 91, 189, 11600, 11602 -> true;
            default -> false;
        };
    }
}
