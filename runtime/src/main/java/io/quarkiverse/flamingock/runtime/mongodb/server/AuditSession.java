package io.quarkiverse.flamingock.runtime.mongodb.server;

import java.util.function.BooleanSupplier;
import java.util.function.Function;

import org.bson.BsonDocument;

import com.mongodb.client.ClientSession;

/**
 * The session that a process records in, one transaction after the other: a new one ends what the one before may have left
 * open. The locks name it, so that who takes over from a process that died while it recorded can end its transaction.
 */
public final class AuditSession {

    private final Server server;
    private ClientSession session;

    /**
     * @param server the database of the audit store
     */
    public AuditSession(Server server) {
        this.server = server;
    }

    /**
     * @return what the server knows the session by; null where there are no transactions
     */
    public synchronized BsonDocument id() {
        return server.hasTransactions() ? Server.id(session()) : null;
    }

    /**
     * Does what writes documents of its transactions from outside: it would wait at the server for them, and where the pool has
     * a single connection they would wait for it.
     *
     * @param work what to do while this process records nothing
     * @return what came of it
     */
    public synchronized boolean meanwhile(BooleanSupplier work) {
        return work.getAsBoolean();
    }

    /**
     * Nobody else uses the session meanwhile.
     *
     * @param work what to do with the session
     * @param <T> what comes of it
     * @return what came of it
     */
    public synchronized <T> T use(Function<ClientSession, T> work) {
        return work.apply(session());
    }

    private ClientSession session() {
        if (session == null) {
            session = server.recordingSession();
        }
        return session;
    }
}
