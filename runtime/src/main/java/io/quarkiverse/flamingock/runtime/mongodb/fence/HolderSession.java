package io.quarkiverse.flamingock.runtime.mongodb.fence;

import org.bson.BsonDocument;

import com.mongodb.client.ClientSession;

import io.quarkiverse.flamingock.runtime.mongodb.server.Server;

/**
 * The session that a run uses for all its transactions on a target system, one after the other. It is named in the fence
 * before it is used.
 */
public final class HolderSession {

    private final MongoFence fence;
    private ClientSession session;
    private long token;

    /**
     * @param fence the fence of the target system
     */
    public HolderSession(MongoFence fence) {
        this.fence = fence;
    }

    /**
     * @param newToken a token that is about to be shown to the fence
     * @return what the server knows a new session for it by
     */
    public synchronized BsonDocument renew(long newToken) {
        discard();
        session = fence.server().changeSession();
        token = newToken;
        return Server.id(session);
    }

    /**
     * @param wantedToken the token of the holder
     * @return the session, named in the fence; null when the token is no longer the newest
     */
    public synchronized ClientSession of(long wantedToken) {
        if (session == null || token != wantedToken) {
            BsonDocument id = renew(wantedToken);
            if (!fence.note(wantedToken, id)) {
                discard();
            }
        }
        return session;
    }

    /** Gives the session up: after an error nobody knows what it still has open at the server. */
    public synchronized void discard() {
        if (session != null) {
            session.close();
            session = null;
        }
    }
}
