package io.quarkiverse.flamingock.test.servers.mongodb;

import java.io.IOException;
import java.util.UUID;

import org.bson.BsonBinary;
import org.bson.BsonBoolean;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonInt64;
import org.bson.BsonString;

/**
 * A session on a connection of its own, and its transaction numbers.
 */
final class RawSession {

    private static final String MAJORITY = "majority";

    private final String uri;
    private final BsonDocument id = new BsonDocument("id", new BsonBinary(UUID.randomUUID()));
    private RawConnection connection;
    private long number;

    RawSession(String uri) throws IOException {
        this.uri = uri;
        this.connection = new RawConnection(uri);
    }

    void signIn(String user) throws IOException {
        connection.signIn(user);
    }

    BsonDocument id() {
        return id;
    }

    void cut() throws IOException {
        if (connection != null) {
            connection.close();
            connection = null;
        }
    }

    BsonDocument run(BsonDocument step, String database, BsonDocument given) throws IOException {
        if (connection == null) {
            connection = new RawConnection(uri);
        }
        if (step.containsKey("retryable")) {
            return connection.run(database, numbered(given.clone(), step.getNumber("retryable").longValue()));
        }
        String kind = step.containsKey("transaction") ? step.getString("transaction").getValue() : "";
        BsonDocument command = switch (kind) {
            case "commit" -> new BsonDocument("commitTransaction", new BsonInt32(1))
                    .append("writeConcern", new BsonDocument("w", new BsonString(MAJORITY)));
            case "abort" -> new BsonDocument("abortTransaction", new BsonInt32(1))
                    .append("writeConcern", new BsonDocument("w", new BsonString(MAJORITY)));
            default -> given.clone();
        };
        if (kind.equals("begin")) {
            number++;
            command.append("startTransaction", BsonBoolean.TRUE)
                    .append("readConcern", new BsonDocument("level", step.get("readConcern", new BsonString("snapshot"))));
        }
        if (!kind.isEmpty()) {
            command.append("autocommit", BsonBoolean.FALSE);
        }
        boolean ends = kind.equals("commit") || kind.equals("abort");
        long used = step.containsKey("txnNumber") ? step.getNumber("txnNumber").longValue() : number;
        return connection.run(ends ? "admin" : database, kind.isEmpty() ? command.append("lsid", id)
                : numbered(command, used));
    }

    private BsonDocument numbered(BsonDocument command, long txnNumber) {
        return command.append("lsid", id).append("txnNumber", new BsonInt64(txnNumber));
    }
}
