package io.quarkiverse.flamingock.runtime.mongodb;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;

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
final class TestServer implements AutoCloseable {

    private final String database = "test_" + UUID.randomUUID().toString().replace("-", "").substring(0, 12);
    private final List<String> commands = new CopyOnWriteArrayList<>();
    private final MongoClient client;

    private TestServer(String uri) {
        client = client(uri, UuidRepresentation.UNSPECIFIED);
    }

    /** Another client of the same server, which makes something of UUIDs. */
    MongoClient client(UuidRepresentation uuids) {
        return client(TestMongo.uri(), uuids);
    }

    private MongoClient client(String uri, UuidRepresentation uuids) {
        return MongoClients.create(MongoClientSettings.builder().applyConnectionString(new ConnectionString(uri))
                .uuidRepresentation(uuids)
                .addCommandListener(new CommandListener() {
                    @Override
                    public void commandStarted(CommandStartedEvent event) {
                        commands.add(event.getCommandName());
                    }
                }).build());
    }

    static TestServer replicaSet() {
        return new TestServer(TestMongo.uri());
    }

    static TestServer standAlone() {
        return new TestServer(TestMongo.standAloneUri());
    }

    static TestServer at(String uri) {
        return new TestServer(uri);
    }

    Server server() {
        return server("flamingock_");
    }

    Server server(String prefix) {
        return new Server(client, database, new CollectionNames(prefix));
    }

    MongoClient client() {
        return client;
    }

    String name() {
        return database;
    }

    MongoDatabase database() {
        return client.getDatabase(database);
    }

    MongoCollection<Document> collection(String name) {
        return database().getCollection(name);
    }

    /** What was sent since the last call. */
    List<String> commands() {
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
