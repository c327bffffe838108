package io.quarkiverse.flamingock.runtime.mongodb.server;

import java.time.Duration;
import java.util.Date;
import java.util.List;

import org.bson.BsonDocument;
import org.bson.Document;

import com.mongodb.MongoException;
import com.mongodb.ReadPreference;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;

/**
 * What is asked of the servers themselves: the time, who is at work, and that a session be ended.
 *
 * @param client the application's client
 */
public record Administration(MongoClient client) {

    private static final String LIFETIME = "transactionLifetimeLimitSeconds";

    /**
     * Asks the server to end a session and its transaction. It answers the same whether there was one or not: that of another
     * user is another session.
     *
     * @param session what the server knows it by
     */
    public void kill(BsonDocument session) {
        run(new Document("killSessions", List.of(new Document("id", session.get("id")))));
    }

    /**
     * @param session what the server knows a session by
     * @return whether an operation of it is at work there
     */
    public boolean isAtWork(BsonDocument session) {
        return admin().withReadPreference(ReadPreference.primary())
                .aggregate(List.of(new Document("$currentOp", new Document("allUsers", false)),
                        new Document("$match", new Document("lsid.id", session.get("id")).append("active", true))))
                .first() != null;
    }

    /**
     * @return the time of the primary
     */
    public Date time() {
        return hello().getDate("localTime");
    }

    /**
     * @return how long a transaction may last; null where the server does not say, or not to this user
     */
    public Duration transactionLifetime() {
        try {
            return run(new Document("getParameter", 1).append(LIFETIME, 1)).get(LIFETIME) instanceof Number seconds
                    ? Duration.ofSeconds(seconds.longValue())
                    : null;
        } catch (MongoException e) {
            return null;
        }
    }

    Document hello() {
        // its old name, which all servers know
        return run(new Document("isMaster", 1));
    }

    private Document run(Document command) {
        return admin().runCommand(command, ReadPreference.primary());
    }

    private MongoDatabase admin() {
        return new OwnTime(client).of(client.getDatabase("admin"));
    }
}
