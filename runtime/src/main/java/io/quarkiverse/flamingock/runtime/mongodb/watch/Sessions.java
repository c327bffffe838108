package io.quarkiverse.flamingock.runtime.mongodb.watch;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;

import com.mongodb.ClientSessionOptions;
import com.mongodb.client.ClientSession;
import com.mongodb.client.MongoCluster;

/**
 * The sessions of one call of a change: an operation that is written without one is sent in one of these, so that it can be
 * found at the server when its connection breaks.
 */
final class Sessions {

    private static final ClientSessionOptions OPTIONS = ClientSessionOptions.builder().causallyConsistent(false).build();

    private final MongoCluster client;
    private final Deque<ClientSession> free = new ArrayDeque<>();
    private final List<ClientSession> all = new ArrayList<>();

    private final Consumer<ClientSession> note;

    /**
     * @param note is told of each session before it is used
     */
    Sessions(MongoCluster client, Consumer<ClientSession> note) {
        this.client = client;
        this.note = note;
    }

    synchronized ClientSession take() {
        ClientSession session = free.poll();
        return session == null ? added(client.startSession(OPTIONS)) : session;
    }

    synchronized void giveBack(ClientSession session) {
        free.push(session);
    }

    synchronized ClientSession added(ClientSession session) {
        all.add(session);
        note.accept(session);
        return session;
    }

    synchronized boolean open() {
        return all.stream().anyMatch(ClientSession::hasActiveTransaction);
    }

    /** Aborts what was left open, too. */
    synchronized void close() {
        all.forEach(ClientSession::close);
        all.clear();
        free.clear();
    }
}
