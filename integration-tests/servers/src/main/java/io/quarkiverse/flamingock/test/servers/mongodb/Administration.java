package io.quarkiverse.flamingock.test.servers.mongodb;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.bson.ObjectId;

/**
 * The commands that tell what the server is and who does what, and that manage sessions.
 *
 * @param address host and port
 * @param edition what the server is able to do
 */
record Administration(String address, Edition edition, Store store, Sessions sessions) {

    private static final String SET_NAME = "rs0";
    private static final String LIFETIME = "transactionLifetimeLimitSeconds";
    private static final int SIXTEEN_MEBIBYTES = 16 * 1024 * 1024;

    Document hello(boolean legacy) {
        Document hello = new Document(legacy ? "ismaster" : "isWritablePrimary", true)
                .append("maxBsonObjectSize", SIXTEEN_MEBIBYTES).append("maxMessageSizeBytes", 3 * SIXTEEN_MEBIBYTES)
                .append("maxWriteBatchSize", 100_000).append("localTime", Instant.now())
                .append("logicalSessionTimeoutMinutes", 30).append("minWireVersion", 0)
                .append("maxWireVersion", edition.wireVersion()).append("readOnly", false);
        if (edition.replicaSet()) {
            hello.append("hosts", List.of(address)).append("setName", SET_NAME).append("setVersion", 1)
                    .append("secondary", false).append("primary", address).append("me", address)
                    .append("electionId", new ObjectId(new byte[] { 127, -1, -1, -1, 0, 0, 0, 0, 0, 0, 0, 1 }));
        }
        return hello;
    }

    Document buildInfo() {
        return new Document("version", edition.version() + "-stand-in")
                .append("versionArray", Stream.concat(Stream.of(edition.version().split("[.]")).map(Integer::valueOf),
                        Stream.of(0)).toList())
                .append("modules", List.of()).append("maxBsonObjectSize", SIXTEEN_MEBIBYTES);
    }

    Document setParameter(Document command) {
        if (!(command.get(LIFETIME) instanceof Number seconds)) {
            throw new CommandError(72, "InvalidOptions", "no option found to set, use help:true to see options ");
        }
        store.lifetime(Duration.ofMillis((long) (seconds.doubleValue() * 1000)));
        return new Document();
    }

    Document getParameter(Document command) {
        if (!command.containsKey(LIFETIME)) {
            throw new CommandError(72, "InvalidOptions", "no option found to get");
        }
        return new Document(LIFETIME, (int) store.lifetime().toSeconds());
    }

    @SuppressWarnings("unchecked")
    Document killSessions(Document command, String user) {
        sessions.kill((List<Document>) command.get("killSessions"), user);
        return new Document();
    }

    /** What {@code $currentOp} finds with {@code idleSessions}: what is at work, and who has a transaction open. */
    List<Document> currentOperations(Predicate<String> users) {
        List<Document> operations = new ArrayList<>();
        sessions.atWork().stream().filter(operation -> users.test(operation.user))
                .forEach(operation -> operations.add(operation.description(address)));
        for (ServerSession session : sessions.open()) {
            if (!users.test(session.user)) {
                continue;
            }
            Transaction transaction = session.transaction;
            long micros = Duration.between(transaction.began, Instant.now()).toMillis() * 1000;
            operations.add(new Document("type", "idleSession").append("host", address)
                    .append("desc", "inactive transaction").append("client", session.client)
                    .append("appName", session.application)
                    .append("lsid", session.id)
                    .append("transaction", new Document("parameters", new Document("txnNumber", session.number)
                            .append("autocommit", false).append("readConcern", new Document("level", transaction.readConcern)))
                            .append("startWallClockTime", transaction.began.toString())
                            .append("timeOpenMicros", micros).append("timeActiveMicros", 0L)
                            .append("timeInactiveMicros", micros).append("expiryTime", transaction.ends.toString()))
                    .append("waitingForLock", false).append("active", false));
        }
        return operations;
    }
}
