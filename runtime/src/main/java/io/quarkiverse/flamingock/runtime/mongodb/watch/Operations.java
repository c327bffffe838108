package io.quarkiverse.flamingock.runtime.mongodb.watch;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

import com.mongodb.MongoException;
import com.mongodb.bulk.BulkWriteResult;
import com.mongodb.client.ClientSession;
import com.mongodb.client.MongoCluster;
import com.mongodb.client.result.InsertManyResult;

/**
 * Sends the operations of one call of a change, and notes what came of them.
 */
final class Operations {

    private final Watch watch;
    private final Sessions sessions;

    Operations(MongoCluster client, Watch watch, Consumer<ClientSession> note) {
        this.watch = watch;
        this.sessions = new Sessions(client, note);
    }

    Watch watch() {
        return watch;
    }

    Sessions sessions() {
        return sessions;
    }

    /** The driver's own session. */
    ClientSession own(ClientSession given) {
        return given instanceof WatchedSession watched ? watched.driver() : given;
    }

    /** A session that is not used for anything else. */
    WatchedSession watched() {
        return new WatchedSession(sessions.take(), watch);
    }

    WatchedSession watched(ClientSession session) {
        return new WatchedSession(sessions.added(session), watch);
    }

    /**
     * What has an effect as a whole or none.
     *
     * @param given the session that the change has passed; null where it was written without
     */
    <R> R whole(ClientSession given, Function<ClientSession, R> operation, Function<R, Effect> effect) {
        return run(given, Extent.WHOLE, operation, effect);
    }

    /** What may fail when a part of it is done. */
    <R> R parts(ClientSession given, Function<ClientSession, R> operation, Function<R, Effect> effect) {
        return run(given, Extent.PARTS, operation, effect);
    }

    /** What changes one document, and gives it or nothing. */
    <R> R found(ClientSession given, Function<ClientSession, R> operation, boolean upsert) {
        return run(given, Extent.WHOLE, operation, found -> Effect.certainIf(found != null || upsert));
    }

    /** Several documents, of which each is there or not. */
    InsertManyResult many(ClientSession given, List<?> documents, Function<ClientSession, InsertManyResult> operation) {
        return run(given, documents.size() > 1 ? Extent.SEVERAL : Extent.WHOLE, operation, Results::of);
    }

    /** Several writes, of which those of several documents may fail halfway. */
    BulkWriteResult bulk(ClientSession given, List<?> requests, Function<ClientSession, BulkWriteResult> operation) {
        return run(given, requests.stream().anyMatch(Failures::mayFailHalfway) ? Extent.PARTS : Extent.SEVERAL, operation,
                Results::of);
    }

    /**
     * @param extent what may be there when it fails
     * @param effect what it has where it succeeds
     */
    void define(ClientSession given, Extent extent, Consumer<ClientSession> definition, Effect effect) {
        run(given, extent, session -> {
            definition.accept(session);
            return effect;
        }, done -> done);
    }

    <R> R run(ClientSession given, Extent extent, Function<ClientSession, R> operation, Function<R, Effect> effect) {
        if (given != null) {
            return send(own(given), given instanceof WatchedSession watched ? watched : null, extent, operation, effect);
        }
        ClientSession session = sessions.take();
        try {
            return send(session, null, extent, operation, effect);
        } finally {
            if (!watch.broke(session)) {
                sessions.giveBack(session);
            }
        }
    }

    private <R> R send(ClientSession session, WatchedSession watched, Extent extent, Function<ClientSession, R> operation,
            Function<R, Effect> effect) {
        long number = session.getServerSession().getTransactionNumber();
        try {
            R result = operation.apply(session);
            Effect seen = effect.apply(result);
            if (watched == null || !watched.pends(seen)) {
                watch.seen(seen);
            }
            return result;
        } catch (RuntimeException e) {
            failed(session, watched, extent, session.getServerSession().getTransactionNumber() > number, e);
            throw e;
        }
    }

    private void failed(ClientSession session, WatchedSession watched, Extent extent, boolean numbered,
            RuntimeException error) {
        if (watched != null && watched.pends(Effect.NONE)) {
            watch.refused(Effect.NONE);
        } else if (Failures.broke(error) || numbered && error instanceof MongoException && Failures.foundNoServer(error)) {
            watch.broke(session, numbered);
        } else {
            watch.refused(Failures.effect(error, extent));
        }
    }
}
