package io.quarkiverse.flamingock.test.servers.mongodb;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import de.bwaldvogel.mongo.bson.Document;
import io.quarkiverse.flamingock.test.servers.mongodb.ServerSession.State;

/**
 * The sessions of all clients, and how their transactions begin and end.
 */
final class Sessions {

    private final Store store;
    private final Map<Key, ServerSession> byId = new HashMap<>();
    private final List<Operation> atWork = new ArrayList<>();

    Sessions(Store store) {
        this.store = store;
    }

    /** The same id of another user is another session. */
    private record Key(Object id, String user) {
    }

    ServerSession of(Document lsid, String user) {
        return byId.computeIfAbsent(new Key(lsid.get("id"), user), key -> new ServerSession(lsid, user));
    }

    void begin(Operation operation) {
        atWork.add(operation);
    }

    void end(Operation operation) {
        atWork.remove(operation);
    }

    List<Operation> atWork() {
        return List.copyOf(atWork);
    }

    /** Waits until no other command that has a number is at work in a session. */
    void checkOut(ServerSession session, Operation operation, Instant deadline) {
        while (session.checkedOut) {
            store.await(Instant.now().plusSeconds(1), deadline);
            operation.checkNotKilled();
        }
        session.checkedOut = true;
    }

    void checkIn(ServerSession session) {
        session.checkedOut = false;
        store.wake();
    }

    List<ServerSession> open() {
        return byId.values().stream().filter(each -> each.state == State.OPEN).toList();
    }

    boolean isOpen(Transaction transaction) {
        return open().stream().anyMatch(session -> session.transaction == transaction);
    }

    /** A transaction that has used a collection and is open, or null. */
    Transaction touching(String namespace) {
        for (ServerSession session : open()) {
            if (session.transaction.touched.contains(namespace)) {
                return session.transaction;
            }
        }
        return null;
    }

    void begin(ServerSession session, long number, String readConcern) {
        if (number < session.number) {
            throw tooOld(session, number);
        }
        if (number == session.number && session.state != State.NONE) {
            throw new CommandError(117, "ConflictingOperationInProgress",
                    "Given transaction number " + number + " was used already");
        }
        abort(session);
        session.next(number);
        session.state = State.OPEN;
        session.transaction = store.begin(readConcern);
    }

    /** Goes on with a transaction, or says why that is not possible. */
    void goOn(ServerSession session, long number) {
        if (number < session.number) {
            throw tooOld(session, number);
        }
        if (number > session.number) {
            throw CommandError.neverBegun(number, session.number);
        }
        if (session.state == State.NONE || session.state == State.ABORTED) {
            throw CommandError.noSuchTransaction(number);
        }
    }

    /** A retryable write ends a transaction that the session may still have. */
    void writeOnce(ServerSession session, long number) {
        if (number < session.number) {
            throw tooOld(session, number);
        }
        if (number > session.number) {
            abort(session);
            session.next(number);
        }
    }

    void commit(ServerSession session) {
        if (session.state == State.OPEN) {
            store.commit(session.transaction);
            session.state = State.COMMITTED;
        }
    }

    void abort(ServerSession session) {
        if (session.state == State.OPEN) {
            store.end(session.transaction);
            session.state = State.ABORTED;
        }
    }

    /** Ends transactions that lived too long. */
    void endOverdue() {
        Instant now = Instant.now();
        for (ServerSession session : open()) {
            if (!now.isBefore(session.transaction.ends)) {
                abort(session);
            }
        }
    }

    /** Ends those of a user; of all others it ends none, and says nothing of it. */
    void kill(List<Document> ids, String user) {
        List<Document> own = byId.values().stream().filter(each -> Objects.equals(each.user, user)).map(each -> each.id)
                .toList();
        for (Document id : ids.isEmpty() ? own : ids) {
            ServerSession session = byId.get(new Key(id.get("id"), user));
            if (session != null) {
                abort(session);
            }
            atWork.stream().filter(operation -> operation.isOf(id, user)).forEach(Operation::kill);
        }
        store.wake();
    }

    private static CommandError tooOld(ServerSession session, long number) {
        return new CommandError(225, "TransactionTooOld", "Cannot start transaction " + number
                + " because a newer one, " + session.number + ", has already begun");
    }
}
