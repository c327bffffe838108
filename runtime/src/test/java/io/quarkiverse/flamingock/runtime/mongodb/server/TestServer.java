package io.quarkiverse.flamingock.runtime.mongodb.server;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

import org.bson.BsonBoolean;
import org.bson.BsonDocument;
import org.bson.Document;
import org.bson.UuidRepresentation;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandStartedEvent;

import io.quarkiverse.flamingock.test.servers.TestMongo;

/**
 * A database of its own for a test, and the commands that were sent to it.
 */
public final class TestServer implements AutoCloseable {

    private final String database;
    private final List<String> commands = new CopyOnWriteArrayList<>();
    private final String uri;
    private final MongoClient client;
    private final MongoDatabase patient;

    private TestServer(String uri) {
        this(uri, "test_" + UUID.randomUUID().toString().replace("-", "").substring(0, 12));
    }

    private TestServer(String uri, String database) {
        this.database = database;
        this.uri = uri;
        client = client(uri, UuidRepresentation.UNSPECIFIED);
        // made before all transactions: the driver refuses a time-out that is newer than they are
        patient = client.getTimeout(TimeUnit.MILLISECONDS) == null ? client.getDatabase(database)
                : client.getDatabase(database).withTimeout(2, TimeUnit.MINUTES);
    }

    /** Another client of the same server, which makes something of UUIDs. */
    public MongoClient client(UuidRepresentation uuids) {
        return client(uri, uuids);
    }

    private MongoClient client(String uri, UuidRepresentation uuids) {
        return MongoClients.create(MongoClientSettings.builder().applyConnectionString(new ConnectionString(uri))
                .uuidRepresentation(uuids)
                .addCommandListener(new CommandListener() {
                    @Override
                    public void commandStarted(CommandStartedEvent event) {
                        commands.add(event.getCommandName() + (asksNoRight(event.getCommand()) ? " (authorized)" : ""));
                    }
                }).build());
    }

    /** A user without the right to list collections may send this, and gets those that it may use. */
    private static boolean asksNoRight(BsonDocument command) {
        return command.getBoolean("nameOnly", BsonBoolean.FALSE).getValue()
                && command.getBoolean("authorizedCollections", BsonBoolean.FALSE).getValue();
    }

    public static TestServer replicaSet() {
        return new TestServer(TestMongo.uri());
    }

    public static TestServer standAlone() {
        return new TestServer(TestMongo.standAloneUri());
    }

    /** A server between MongoDB 4.4 and 5.0, or a later one where tests are told of one. */
    public static TestServer later() {
        return new TestServer(TestMongo.laterUri());
    }

    public static TestServer at(String uri) {
        return new TestServer(uri);
    }

    /** The database of another test server, by another connection string. */
    public static TestServer at(String uri, String database) {
        return new TestServer(uri, database);
    }

    /** A connection string with one more option. */
    public static String with(String uri, String option) {
        return uri + (uri.contains("?") ? "&" : "?") + option;
    }

    public Server server() {
        return server("flamingock_");
    }

    public Server server(String prefix) {
        return new Server(client, database, new CollectionNames(prefix));
    }

    public MongoClient client() {
        return client;
    }

    public String uri() {
        return uri;
    }

    public String name() {
        return database;
    }

    /** Whatever time-out the client has. */
    public MongoDatabase database() {
        return patient;
    }

    public MongoCollection<Document> collection(String name) {
        return database().getCollection(name);
    }

    /** What was sent since the last call. */
    public List<String> commands() {
        List<String> sent = new ArrayList<>(commands);
        commands.clear();
        return sent;
    }

    @Override
    public void close() {
        database().drop();
        client.close();
    }
}
