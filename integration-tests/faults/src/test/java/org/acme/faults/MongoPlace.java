package org.acme.faults;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import org.bson.BsonDocument;
import org.bson.Document;

import com.mongodb.client.ClientSession;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;

import io.quarkiverse.flamingock.test.servers.TestMongo;

/**
 * A database of MongoDB: of a replica set where one is given or can be started, of a stand-in otherwise.
 */
final class MongoPlace implements Place {

    /** One client of the harness. */
    private static final class Server {
        static final MongoClient CLIENT = MongoClients.create(TestMongo.uri());
    }

    private final MongoDatabase database;
    private final List<ClientSession> delays = new ArrayList<>();

    MongoPlace(String name) {
        database = Server.CLIENT.getDatabase("faults_" + name);
        // MongoDB 4.2 creates none in transactions
        database.createCollection("effect");
        database.getCollection("counter").insertMany(
                List.of(new Document("_id", 1).append("n", 0), new Document("_id", 2).append("n", 0)));
    }

    @Override
    public String url() {
        return TestMongo.uri(database.getName());
    }

    /** It names one server, which the driver would go to by its own name if it knew that it is one of a set. */
    @Override
    public String impatient(String url) {
        String alone = url.replaceAll("replicaSet=[^&]*&?|directConnection=[^&]*&?", "").replaceAll("[?&]$", "");
        return alone + (alone.contains("?") ? "&" : "?") + "directConnection=true&connectTimeoutMS=2000&socketTimeoutMS=5000"
                + "&serverSelectionTimeoutMS=3000";
    }

    /** There are no users: the collections themselves refuse what is written. */
    @Override
    public String readOnly() {
        validate(new Document("$jsonSchema", new Document("required", List.of("refused"))));
        return url();
    }

    @Override
    public void direct() {
        validate(new Document());
    }

    private void validate(Document validator) {
        List<String> present = database.listCollectionNames().into(new ArrayList<>());
        for (String table : ByHand.TABLES) {
            if (present.contains("flamingock_" + table)) {
                database.runCommand(new Document("collMod", "flamingock_" + table).append("validator", validator));
            }
        }
    }

    @Override
    public List<String> options(String target, String store) {
        List<String> options = new ArrayList<>(List.of("-Dquarkus.mongodb.connection-string=" + target,
                "-Dquarkus.mongodb.database=" + database.getName()));
        if (store != null) {
            options.add("-Dquarkus.mongodb.store.connection-string=" + store);
            options.add("-Dquarkus.mongodb.store.database=" + database.getName());
        }
        return options;
    }

    @Override
    public List<String> options(Setting setting) {
        return switch (setting) {
            case POOL_OF_ONE -> List.of("-Dquarkus.mongodb.max-pool-size=1");
            case NO_POOL -> List.of("-Dquarkus.mongodb.max-connection-idle-time=0.001S");
            // every transaction has a snapshot
            case SERIALIZABLE -> List.of();
        };
    }

    @Override
    public String store() {
        return "MongoDB client store";
    }

    @Override
    public String refusesWrites() {
        return "Document failed validation";
    }

    @Override
    public String creates() {
        return "db.createCollection(";
    }

    @Override
    public String asSent(Sent operation) {
        return switch (operation) {
            case TAKE_LOCK -> command("findAndModify", "flamingock_lock");
            case RECORD, COMMIT -> "commitTransaction";
            case CREATE -> "create";
            case EFFECT -> command("update", "effect");
        };
    }

    /** As a document begins: the length of a text stands before it. */
    private static String command(String name, String collection) {
        return name + "\0" + (char) (collection.length() + 1) + "\0\0\0" + collection + "\0";
    }

    @Override
    public String asSentToRecord(String change) {
        return asSent(Sent.RECORD);
    }

    /** A write outside of transactions waits for one inside. */
    @Override
    public void delay(String change, int seconds) {
        ClientSession session = Server.CLIENT.startSession();
        session.startTransaction();
        database.getCollection("effect").insertOne(session, new Document("_id", "slow " + change));
        delays.add(session);
        CompletableFuture.delayedExecutor(seconds, TimeUnit.SECONDS).execute(session::abortTransaction);
    }

    @Override
    public List<Effect> effects() {
        List<Effect> effects = new ArrayList<>();
        for (Document trace : database.getCollection("effect").find().sort(new Document("at", 1).append("_id", 1))) {
            effects.add(new Effect(trace.getString("change"), Traces.Part.valueOf(trace.getString("part")),
                    trace.getLong("token"), trace.getInteger("attempt"), trace.getString("execution"),
                    trace.getDate("at").toInstant()));
        }
        return effects;
    }

    @Override
    public Rival rival() {
        return new MongoRival(database.getCollection("counter"), Server.CLIENT.startSession());
    }

    @Override
    public ByHand byHand() {
        return new MongoByHand(database);
    }

    @Override
    public void close() {
        delays.forEach(ClientSession::close);
        endOrphans("flamingock_fence", "session");
        endOrphans("flamingock_lock", "writer");
        database.drop();
    }

    /** Or else they would have to be waited for. */
    private void endOrphans(String collection, String field) {
        for (BsonDocument document : database.getCollection(collection, BsonDocument.class).find()) {
            if (document.isDocument(field)) {
                Server.CLIENT.getDatabase("admin")
                        .runCommand(new Document("killSessions", List.of(document.getDocument(field))));
            }
        }
    }
}
