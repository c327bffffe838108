package io.quarkiverse.flamingock.runtime.mongodb.lock;

import org.bson.Document;
import org.bson.conversions.Bson;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;

import io.quarkiverse.flamingock.runtime.mongodb.server.Server;
import io.quarkiverse.flamingock.spi.Lease;

/**
 * The newest tokens, in the heads of the audit store: where there are no transactions, a head is the one document that a writer
 * writes at once, and one who was overtaken must not match it.
 */
public final class AnnouncedTokens {

    private static final String TOKENS = "tokens";
    private static final String NAME = "name";
    private static final String TOKEN = "token";

    private AnnouncedTokens() {
    }

    /** Tells all heads of a token, so that no writer with an older one matches them. */
    static void announce(Server server, Lease lease) {
        MongoCollection<Document> heads = server.collection(server.names().head());
        Document token = new Document(NAME, lease.name()).append(TOKEN, lease.token());
        heads.updateMany(new Document(), new Document("$addToSet", new Document(TOKENS, token)));
        heads.updateMany(new Document(), new Document("$pull", new Document(TOKENS,
                new Document(NAME, lease.name()).append(TOKEN, new Document("$lt", lease.token())))));
    }

    /**
     * @param lease a lease
     * @return what matches the heads that know no newer token
     */
    public static Bson noneAfter(Lease lease) {
        return Filters.nor(Filters.elemMatch(TOKENS,
                Filters.and(Filters.eq(NAME, lease.name()), Filters.gt(TOKEN, lease.token()))));
    }
}
