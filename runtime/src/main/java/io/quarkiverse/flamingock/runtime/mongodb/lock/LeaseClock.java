package io.quarkiverse.flamingock.runtime.mongodb.lock;

import java.util.List;

import org.bson.BsonDocument;
import org.bson.Document;
import org.bson.conversions.Bson;

import com.mongodb.MongoException;
import com.mongodb.client.model.Filters;

import io.quarkiverse.flamingock.runtime.mongodb.server.Numbers;
import io.quarkiverse.flamingock.runtime.mongodb.server.Server;

/**
 * Whether a lease is over, by the clock of the server: in the operation itself, or from what was read where the server does not
 * know the variable NOW.
 */
final class LeaseClock {

    /** How servers say that they do not know it. */
    private static final List<Integer> NO_SUCH_VARIABLE = List.of(17276, 9, 168);

    private final Server server;
    private volatile boolean knowsNow = true;

    LeaseClock(Server server) {
        this.server = server;
    }

    /** Whether operations may ask. */
    boolean knowsNow() {
        return knowsNow;
    }

    /** Throws the error again if it is any other. */
    void goOnWithoutNow(MongoException e) {
        if (!NO_SUCH_VARIABLE.contains(e.getCode())) {
            throw e;
        }
        knowsNow = false;
    }

    /** Matches locks whose lease is over. */
    static Bson over() {
        return ends("$lte");
    }

    /** Matches locks whose lease is not over. */
    static Bson notOver() {
        return ends("$gt");
    }

    boolean isOver(Document lock) {
        return isOver(lock.getDate(LockDocument.RENEWED_AT).getTime(), Numbers.number(lock, LockDocument.LEASE));
    }

    boolean isOver(BsonDocument lock) {
        return isOver(lock.getDateTime(LockDocument.RENEWED_AT).getValue(), lock.getNumber(LockDocument.LEASE).longValue());
    }

    private boolean isOver(long renewedAt, long lease) {
        return renewedAt + lease <= server.administration().time().getTime();
    }

    private static Bson ends(String comparison) {
        return Filters.expr(
                new Document(comparison, List.of(new Document("$add", List.of("$renewedAt", "$lease")), "$$NOW")));
    }
}
