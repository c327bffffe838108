package io.quarkiverse.flamingock.runtime.mongodb.lock;

import java.time.Duration;
import java.util.Date;
import java.util.List;

import org.bson.BsonDocument;
import org.bson.Document;

import io.quarkiverse.flamingock.spi.Lease;

/**
 * What the document of a lock says. Its token is kept for ever.
 */
public final class LockDocument {

    static final String OWNER = "owner";
    static final String OWNERS = "owners";
    static final String TOKEN = "token";
    static final String LEASE = "lease";
    static final String RENEWED_AT = "renewedAt";
    static final String WRITER = "writer";

    /** An owner of whom only this is known: that it did not release the lock. */
    static final String UNKNOWN = "unknown";

    private static final Date LONG_AGO = new Date(0);

    private LockDocument() {
    }

    /**
     * @param lease a lease
     * @return what matches the lock as long as the lease holds it
     */
    public static Document held(Lease lease) {
        return new Document("_id", lease.name()).append(OWNER, lease.owner()).append(TOKEN, lease.token());
    }

    /** What the owner of the lock writes to it when it asks again. */
    static Document taken(String owner, Duration lease, BsonDocument writer) {
        return new Document("$inc", new Document(TOKEN, 1L)).append("$currentDate", new Document(RENEWED_AT, true))
                .append("$set", new Document(OWNER, owner).append(LEASE, lease.toMillis()).append(WRITER, writer));
    }

    /** The last two owners without a release between them, so that one who asks again learns that it took over. */
    static Document takenFromAnother(String owner, Duration lease, BsonDocument writer) {
        return taken(owner, lease, writer).append("$push",
                new Document(OWNERS, new Document("$each", List.of(owner)).append("$slice", -2)));
    }

    static Document renewed(Duration lease) {
        return new Document("$set", new Document(LEASE, lease.toMillis())).append("$currentDate",
                new Document(RENEWED_AT, true));
    }

    static Document raised(long token) {
        return new Document("$set", new Document(TOKEN, token));
    }

    static Document released(boolean takenOver) {
        return new Document("$set", free(takenOver ? List.of(UNKNOWN) : List.of()).append(WRITER, null));
    }

    static Document created(long token) {
        return new Document("$setOnInsert", free(List.of()).append(TOKEN, token));
    }

    private static Document free(List<String> owners) {
        return new Document(OWNER, null).append(OWNERS, owners).append(LEASE, 0L).append(RENEWED_AT, LONG_AGO);
    }
}
