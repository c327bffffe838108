package io.quarkiverse.flamingock.runtime.mongodb.target;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.mongodb.WriteConcern;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.CreateCollectionOptions;
import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.IndexOptions;

import io.quarkiverse.flamingock.runtime.mongodb.server.TestServer;
import io.quarkiverse.flamingock.spi.Outcome;
import io.quarkiverse.flamingock.spi.Supply;

/**
 * All of it on a server between MongoDB 4.4 and 5.0, and row M1: what such a server creates in transactions.
 */
class LaterTargetSystemTest extends MongoTargetSystemTest {

    @Override
    TestServer server() {
        return TestServer.later();
    }

    @ParameterizedTest
    @ValueSource(strings = { "createCollection", "withOptions", "create" })
    void collectionsAreCreatedInTheTransaction(String way) {
        assertThat(fenced(target()).execute(execution("a", 1), supply -> create(supply, way))).isEqualTo(Outcome.APPLIED);
        assertThat(mongo.server().collectionNames()).contains("product", "by-writing");
        assertThat(mongo.collection("product").find()).hasSize(1);
        assertThat(mongo.collection("product").listIndexes()).hasSize(4);
    }

    @ParameterizedTest
    @ValueSource(strings = { "createCollection", "withOptions", "create" })
    void andUndoneWithIt(String way) {
        IllegalStateException error = new IllegalStateException("wrong");
        assertThat(fenced(target()).execute(execution("a", 1), supply -> {
            create(supply, way);
            throw error;
        })).isEqualTo(Outcome.notApplied(error));
        assertThat(mongo.server().collectionNames()).doesNotContain("product", "by-writing");
    }

    /** As those do whose connection string has w=majority. */
    @Test
    void aWriteConcernOfTheClientIsNotInTheWay() {
        assertThat(fenced(target()).execute(execution("a", 1), supply -> {
            MongoDatabase database = database(supply).withWriteConcern(WriteConcern.MAJORITY);
            database.createCollection("product");
            database.getCollection("product").createIndex(new Document("name", 1));
            database.getCollection("product").insertOne(new Document("name", "one"));
        })).isEqualTo(Outcome.APPLIED);
        assertThat(mongo.collection("product").find()).hasSize(1);
    }

    @Test
    void whatOthersWriteLaterStaysUnseen() {
        assertThat(fenced(target()).execute(execution("a", 1), supply -> {
            mongo.collection("effect").insertOne(new Document("name", "later"));
            assertThat(database(supply).getCollection("effect").find()).isEmpty();
        })).isEqualTo(Outcome.APPLIED);
    }

    private static void create(Supply supply, String way) {
        MongoDatabase database = database(supply);
        switch (way) {
            case "createCollection" -> database.createCollection("product");
            case "withOptions" -> database.createCollection("product", new CreateCollectionOptions());
            default -> database.runCommand(new Document("create", "product"));
        }
        database.getCollection("product").createIndex(new Document("name", 1));
        database.getCollection("product").createIndexes(List.of(new IndexModel(new Document("price", 1),
                new IndexOptions().unique(true))));
        database.runCommand(Document.parse("{createIndexes: 'product', indexes: [{key: {sku: 1}, name: 'sku'}]}"));
        database.getCollection("product").insertOne(new Document("name", "one"));
        database.getCollection("by-writing").insertOne(new Document("name", "one"));
    }
}
