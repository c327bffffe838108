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
        store.lock.lock();
        try {
            sessions.endOverdue();
            if (!edition.knowsNow() && command.toString().contains("$$NOW")) {
                throw new CommandError(17276, "Location17276", "Use of undefined variable: NOW");
            }
            Document answer = command.containsKey("txnNumber") ? numbered(database, command, peer, inTransaction)
                    : commands.run(access(null, command), database, command);
            return answer.append("ok", 1.0);
        } catch (CommandError e) {
            return e.answer(inTransaction);
        } catch (RuntimeException e) {
            return new CommandError(1, "InternalError", "The stand-in for MongoDB failed: " + e).answer(false);
        } finally {
            store.lock.unlock();
        }
    }

    private Document numbered(String database, Document command, Peer peer, boolean inTransaction) {
        if (!edition.replicaSet()) {
            throw new CommandError(20, "IllegalOperation",
                    "Transaction numbers are only allowed on a replica set member or mongos");
        }
        ServerSession session = sessions.of((Document) command.get("lsid"));
        session.client = peer.address();
        session.application = peer.application();
        long number = ((Number) command.get("txnNumber")).longValue();
        if (!inTransaction) {
            sessions.writeOnce(session, number);
            if (session.answer == null) {
                session.answer = commands.run(access(null, command), database, command);
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
            default -> inTransaction(session, database, command);
        };
    }

    /** Whatever goes wrong ends the transaction. */
    private Document inTransaction(ServerSession session, String database, Document command) {
        if (session.state == State.COMMITTED) {
            throw committed(session.number);
        }
        boolean goesOn = false;
        try {
            if (command.containsKey("writeConcern")) {
                throw new CommandError(72, "InvalidOptions",
                        "writeConcern is not allowed within a multi-statement transaction");
            }
            Document answer = commands.run(access(session.transaction, command), database, command);
            goesOn = !answer.containsKey("writeErrors");
            return answer;
        } finally {
            if (!goesOn) {
                sessions.abort(session);
            }
        }
    }

    private Access access(Transaction transaction, Document command) {
        Instant deadline = command.get("maxTimeMS") instanceof Number limit && limit.longValue() > 0
                ? Instant.now().plusMillis(limit.longValue())
                : null;
        return new Access(store, sessions, transaction, deadline);
    }

    private static String readConcern(Document command) {
        return command.get("readConcern") instanceof Document given && given.get("level") instanceof String level ? level
                : "local";
    }

    private static CommandError committed(long number) {
        return new CommandError(256, "TransactionCommitted", "Transaction " + number + " has been committed");
    }
}
