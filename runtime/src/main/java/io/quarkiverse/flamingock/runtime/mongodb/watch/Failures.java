package io.quarkiverse.flamingock.runtime.mongodb.watch;

import com.mongodb.ClientBulkWriteException;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoException;
import com.mongodb.MongoExecutionTimeoutException;
import com.mongodb.MongoInterruptedException;
import com.mongodb.MongoOperationTimeoutException;
import com.mongodb.MongoSocketException;
import com.mongodb.MongoSocketOpenException;
import com.mongodb.MongoTimeoutException;
import com.mongodb.MongoWriteConcernException;
import com.mongodb.client.model.DeleteManyModel;
import com.mongodb.client.model.UpdateManyModel;

/**
 * Reads from what the driver throws what a write may have done all the same.
 */
final class Failures {

    private static final int LONGEST_CHAIN = 20;
    /** What is refused before anything is done: a text that means nothing, a user without the right. */
    private static final int FAILED_TO_PARSE = 9;
    private static final int UNAUTHORIZED = 13;

    private Failures() {
    }

    /**
     * @param error what a write has thrown
     * @param extent what may be there of it
     * @return what it may have done
     */
    static Effect effect(Throwable error, Extent extent) {
        if (error instanceof MongoBulkWriteException e) {
            return Results.of(e.getWriteResult()).or(extent == Extent.PARTS || e.getWriteConcernError() != null
                    ? Effect.POSSIBLE
                    : Effect.NONE);
        }
        if (error instanceof ClientBulkWriteException e) {
            return e.getPartialResult().map(Results::of).orElse(Effect.NONE).or(Effect.POSSIBLE);
        }
        if (error instanceof MongoWriteConcernException e) {
            // It is there, but not yet where it was to be.
            return e.getWriteResult() != null && e.getWriteResult().wasAcknowledged() && e.getWriteResult().getCount() > 0
                    ? Effect.CERTAIN
                    : Effect.POSSIBLE;
        }
        if (error instanceof MongoException e) {
            if (e.getCode() == FAILED_TO_PARSE || e.getCode() == UNAUTHORIZED) {
                return Effect.NONE;
            }
            return extent != Extent.WHOLE || Results.wasInterrupted(e) ? Effect.POSSIBLE : Effect.NONE;
        }
        return extent != Extent.WHOLE ? Effect.POSSIBLE : Effect.NONE;
    }

    /** Whether a write of a bulk is one of several documents. */
    static boolean mayFailHalfway(Object write) {
        return write instanceof UpdateManyModel || write instanceof DeleteManyModel;
    }

    /**
     * @param error an error, which the change may have wrapped
     * @return whether a connection broke with something on its way
     */
    static boolean broke(Throwable error) {
        Throwable cause = error;
        for (int i = 0; i < LONGEST_CHAIN && cause != null; i++) {
            if (cause instanceof MongoSocketException && !(cause instanceof MongoSocketOpenException)
                    || cause instanceof MongoInterruptedException) {
                return true;
            }
            if (cause instanceof MongoOperationTimeoutException) {
                // The server's own answer, or the end of the client's patience.
                return !(cause.getCause() instanceof MongoExecutionTimeoutException);
            }
            cause = cause.getCause();
        }
        return false;
    }

    /** Whether there was no server to send to: nothing is on its way, unless it is a second attempt. */
    static boolean foundNoServer(Throwable error) {
        return error instanceof MongoTimeoutException;
    }
}
