package io.quarkiverse.flamingock.test.servers.mongodb;

import java.time.Instant;

import de.bwaldvogel.mongo.bson.Document;
import io.quarkiverse.flamingock.test.servers.mongodb.ServerSession.State;

/**
 * Runs one command at a time: outside of transactions, as a retryable write, or in the transaction of its session.
 */
final class Dispatcher {

    private final Store store;
    private final Sessions sessions;
    private final Commands commands;
    private final Edition edition;

    Dispatcher(String address, Edition edition) {
        this.edition = edition;
        this.store = new Store(edition);
        this.sessions = new Sessions(store);
        this.commands = new Commands(new Administration(address, edition, store, sessions));
    }

    Document answer(String database, Document command, Peer peer) {
        boolean inTransaction = command.containsKey("autocommit");
        Operation operation = new Operation(database, command, peer.user());
        store.lock.lock();
        try {
            sessions.begin(operation);
            sessions.endOverdue();
            if (!edition.knowsNow() && command.toString().contains("$$NOW")) {
                throw new CommandError(17276, "Location17276", "Use of undefined variable: NOW");
            }
            Document answer = command.containsKey("txnNumber") ? numbered(operation, peer, inTransaction)
                    : commands.run(access(operation, null), database, command);
            return answer.append("ok", 1.0);
        } catch (CommandError e) {
            return e.answer(inTransaction);
        } catch (RuntimeException e) {
            return new CommandError(1, "InternalError", "The stand-in for MongoDB failed: " + e).answer(false);
        } finally {
            sessions.end(operation);
            store.lock.unlock();
        }
    }

    private Document numbered(Operation operation, Peer peer, boolean inTransaction) {
        if (!edition.replicaSet()) {
            throw new CommandError(20, "IllegalOperation",
                    "Transaction numbers are only allowed on a replica set member or mongos");
        }
        ServerSession session = sessions.of((Document) operation.command.get("lsid"), peer.user());
        sessions.checkOut(session, operation, deadline(operation.command));
        try {
            return checkedOut(session, operation, peer, inTransaction);
        } finally {
            sessions.checkIn(session);
        }
    }

    private Document checkedOut(ServerSession session, Operation operation, Peer peer, boolean inTransaction) {
        Document command = operation.command;
        session.client = peer.address();
        session.application = peer.application();
        long number = ((Number) command.get("txnNumber")).longValue();
        if (!inTransaction) {
            sessions.writeOnce(session, number);
            if (session.answer == null) {
                session.answer = commands.run(access(operation, null), operation.database, command);
            }
            return new Document(session.answer);
        }
        if (Boolean.TRUE.equals(command.get("startTransaction"))) {
            sessions.begin(session, number, readConcern(command));
        } else {
            sessions.goOn(session, number);
        }
        return switch (command.keySet().iterator().next()) {
            case "commitTransaction" -> {
                sessions.commit(session);
                yield new Document();
            }
            case "abortTransaction" -> {
                if (session.state == State.COMMITTED) {
                    throw committed(number);
                }
                sessions.abort(session);
                yield new Document();
            }
            default -> inTransaction(session, operation);
        };
    }

    /** Whatever goes wrong ends the transaction. */
    private Document inTransaction(ServerSession session, Operation operation) {
        if (session.state == State.COMMITTED) {
            throw committed(session.number);
        }
        boolean goesOn = false;
        try {
            if (operation.command.containsKey("writeConcern")) {
                throw new CommandError(72, "InvalidOptions",
                        "writeConcern is not allowed within a multi-statement transaction");
            }
            Document answer = commands.run(access(operation, session.transaction), operation.database, operation.command);
            goesOn = !answer.containsKey("writeErrors");
            return answer;
        } finally {
            if (!goesOn) {
                sessions.abort(session);
            }
        }
    }

    private Access access(Operation operation, Transaction transaction) {
        return new Access(store, sessions, operation, transaction, deadline(operation.command));
    }

    private static Instant deadline(Document command) {
        return command.get("maxTimeMS") instanceof Number limit && limit.longValue() > 0
                ? Instant.now().plusMillis(limit.longValue())
                : null;
    }

    private static String readConcern(Document command) {
        return command.get("readConcern") instanceof Document given && given.get("level") instanceof String level ? level
                : "local";
    }

    private static CommandError committed(long number) {
        return new CommandError(256, "TransactionCommitted", "Transaction " + number + " has been committed");
    }
}
