package io.quarkiverse.flamingock.runtime.mongodb.target;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

import com.mongodb.client.ClientSession;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;

import io.quarkiverse.flamingock.runtime.mongodb.server.TestServer;
import io.quarkiverse.flamingock.spi.ChangeTarget;
import io.quarkiverse.flamingock.spi.Supply;
import io.quarkiverse.flamingock.test.contract.Claims;
import io.quarkiverse.flamingock.test.contract.TargetSystemContract;

/**
 * MongoDB under the contract. Effects are documents, written now with and now without the session.
 */
abstract class MongoTargetSystemFixture extends TargetSystemContract {

    static final MongoSettings SETTINGS = new MongoSettings("flamingock_", Duration.ofSeconds(5),
            Duration.ofSeconds(90), true);

    protected final TestServer mongo = server();

    TestServer server() {
        return TestServer.replicaSet();
    }

    @BeforeEach
    void create() {
        mongo.database().createCollection("effect");
    }

    @AfterEach
    void close() {
        mongo.close();
    }

    @Override
    protected ChangeTarget target() {
        return target(mongo.client());
    }

    protected MongoTargetSystem target(MongoClient client) {
        return MongoTargetSystem.of("inventory", client, mongo.name()).with(SETTINGS);
    }

    protected static <T extends ChangeTarget> T fenced(T target) {
        target.fence(Claims.of(1), "shop");
        return target;
    }

    @Override
    protected void effect(Supply supply, String effect) {
        database(supply).getCollection("effect").insertOne(new Document("name", effect));
    }

    /** Nothing of MongoDB commits implicitly; an effect in another way. */
    @Override
    protected void ddl(Supply supply, String effect) {
        MongoClient client = (MongoClient) supply.find(MongoClient.class, null);
        ClientSession session = (ClientSession) supply.find(ClientSession.class, null);
        client.getDatabase(mongo.name()).getCollection("effect").insertOne(session, new Document("name", effect));
    }

    @Override
    protected List<String> effects() {
        return mongo.collection("effect").find().map(effect -> effect.getString("name")).into(new ArrayList<>());
    }

    @Override
    protected boolean commitsImplicitly() {
        return false;
    }

    protected static MongoDatabase database(Supply supply) {
        return (MongoDatabase) supply.find(MongoDatabase.class, null);
    }
}
