package io.quarkiverse.flamingock.runtime.mongodb;

import org.bson.BsonDocument;

import com.mongodb.client.ClientSession;

/**
 * The session that a run uses for all its transactions on a target system, one after the other. It is named in the fence
 * before it is used.
 */
final class HolderSession {

    private final MongoFence fence;
    private ClientSession session;
    private long token;

    HolderSession(MongoFence fence) {
        this.fence = fence;
    }

    /** A new session, for a token that is about to be shown to the fence. */
    synchronized BsonDocument renew(long newToken) {
        discard();
        session = fence.server().session();
        token = newToken;
        return id(session);
    }

    /** The session, named in the fence; null when the token is no longer the newest. */
    synchronized ClientSession of(long wantedToken) {
        if (session == null || token != wantedToken) {
            BsonDocument id = renew(wantedToken);
            if (!fence.note(wantedToken, id)) {
                discard();
            }
        }
        return session;
    }

    /** Gives the session up: after an error nobody knows what it still has open at the server. */
    synchronized void discard() {
        if (session != null) {
            session.close();
            session = null;
        }
    }

    static BsonDocument id(ClientSession session) {
        return session.getServerSession().getIdentifier();
    }
}
