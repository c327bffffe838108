package io.quarkiverse.flamingock.runtime.mongodb.target;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

import org.bson.BsonDocument;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import com.mongodb.MongoException;
import com.mongodb.MongoNamespace;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.DeleteManyModel;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.client.model.InsertOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;

import io.quarkiverse.flamingock.runtime.mongodb.server.TestServer;
import io.quarkiverse.flamingock.spi.ChangeCall;
import io.quarkiverse.flamingock.spi.Outcome;
import io.quarkiverse.flamingock.spi.Outcome.Kind;
import io.quarkiverse.flamingock.spi.Work;
import io.quarkiverse.flamingock.test.contract.Claims;

/**
 * What a change without a transaction did is told by what was seen of its operations: what was there before it is never taken
 * away for its sake. Each operation runs on a collection that is there, with a document and an index.
 */
abstract class MongoEvidenceContract {

    final TestServer mongo = server();
    private MongoTargetSystem target;

    abstract TestServer server();

    @BeforeEach
    void createWhatIsThere() {
        mongo.collection("product").insertOne(new Document("_id", 1).append("name", "old"));
        mongo.collection("product").createIndex(new Document("name", 1));
        target = target(mongo.client());
    }

    final MongoTargetSystem target(MongoClient client) {
        MongoTargetSystem made = MongoTargetSystem.of("inventory", client, mongo.name());
        made.fence(Claims.of(1), "shop");
        return made;
    }

    @AfterEach
    void close() {
        mongo.close();
    }

    Kind run(Work work) {
        return run(target, work);
    }

    static Kind run(MongoTargetSystem target, Work work) {
        Outcome outcome = target.execute(new ChangeCall("shop", "direct", "sum", 1, false), work);
        return outcome.kind();
    }

    Kind on(Consumer<MongoDatabase> work) {
        return run(supply -> work.accept((MongoDatabase) supply.find(MongoDatabase.class, null)));
    }

    private static Arguments named(String name, Consumer<MongoDatabase> operation) {
        return Arguments.of(name, operation);
    }

    private static void refused(MongoDatabase database) {
        database.createCollection("product");
    }

    static Document document(int id) {
        return new Document("_id", id).append("name", "new");
    }

    static Stream<Arguments> refused() {
        return Stream.of(named("create", MongoEvidenceContract::refused),
                named("insert", each -> each.getCollection("product").insertOne(document(1))),
                named("insert several", each -> each.getCollection("product").insertMany(List.of(document(1), document(2)))),
                named("index with other options", each -> each.getCollection("product").createIndex(new Document("name", 1),
                        new IndexOptions().unique(true).name("name_1"))),
                named("rename", each -> each.getCollection("missing")
                        .renameCollection(new MongoNamespace(each.getName(), "other"))),
                named("update", each -> each.getCollection("product").updateOne(Filters.eq(1), new Document("$wrong", 1))),
                named("bulk", each -> each.getCollection("product").bulkWrite(List.of(new InsertOneModel<>(document(1))))),
                named("command", each -> each.runCommand(new Document("create", "product"))),
                named("drop an index", each -> each.getCollection("product").dropIndex("other")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void refused(String name, Consumer<MongoDatabase> operation) {
        assertThat(on(operation)).isEqualTo(Kind.REFUSED);
        assertThat(mongo.collection("product").find().into(new ArrayList<>()))
                .containsExactly(new Document("_id", 1).append("name", "old"));
    }

    static Stream<Arguments> noEffect() {
        return Stream.of(named("find", each -> each.getCollection("product").find().first()),
                named("count", each -> each.getCollection("product").countDocuments()),
                named("names", each -> each.listCollectionNames().first()),
                named("update of nothing", each -> each.getCollection("product").updateMany(Filters.eq(7),
                        Updates.set("name", "x"))),
                named("update that changes nothing", each -> each.getCollection("product").updateOne(Filters.eq(1),
                        Updates.set("name", "old"))),
                named("delete of nothing", each -> each.getCollection("product").deleteMany(Filters.eq(7))),
                named("find and delete nothing", each -> each.getCollection("product").findOneAndDelete(Filters.eq(7))),
                named("drop of nothing", each -> each.getCollection("missing").drop()),
                named("index that is there", each -> each.getCollection("product").createIndex(new Document("name", 1))),
                named("aggregate", each -> each.getCollection("product").aggregate(List.of(new Document("$match",
                        new Document()))).first()),
                named("command", each -> each.runCommand(new Document("ping", 1))),
                named("command that updates nothing", each -> each.runCommand(new Document("update", "product")
                        .append("updates", List.of(new Document("q", new Document("_id", 7))
                                .append("u", new Document("$set", new Document("a", 1))))))),
                named("caught", each -> {
                    try {
                        refused(each);
                    } catch (RuntimeException e) {
                        // as some do
                    }
                }));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void noEffect(String name, Consumer<MongoDatabase> operation) {
        assertThat(on(operation.andThen(MongoEvidenceContract::refused))).isEqualTo(Kind.REFUSED);
    }

    static Stream<Arguments> effect() {
        return Stream.of(named("create", each -> each.createCollection("other")),
                named("insert", each -> each.getCollection("product").insertOne(document(2))),
                named("insert into a new collection", each -> each.getCollection("other").insertOne(document(1))),
                named("insert several", each -> each.getCollection("product").insertMany(List.of(document(2)))),
                named("update", each -> each.getCollection("product").updateOne(Filters.eq(1), Updates.set("name", "new"))),
                named("upsert", each -> each.getCollection("product").updateOne(Filters.eq(7), Updates.set("name", "new"),
                        new UpdateOptions().upsert(true))),
                named("find and upsert", each -> each.getCollection("product").findOneAndUpdate(Filters.eq(7),
                        Updates.set("name", "new"), new FindOneAndUpdateOptions().upsert(true))),
                named("replace", each -> each.getCollection("product").replaceOne(Filters.eq(1), document(1))),
                named("delete", each -> each.getCollection("product").deleteOne(Filters.eq(1))),
                named("index", each -> each.getCollection("product").createIndex(new Document("price", 1))),
                named("drop an index", each -> each.getCollection("product").dropIndex("name_1")),
                named("typed", each -> each.getCollection("product", BsonDocument.class).insertOne(new BsonDocument())),
                named("other settings", each -> each.withWriteConcern(WriteConcern.MAJORITY).getCollection("product")
                        .withWriteConcern(WriteConcern.W1).insertOne(document(2))),
                named("command", each -> each.runCommand(new Document("insert", "product")
                        .append("documents", List.of(document(2))))),
                named("command that creates", each -> each.runCommand(new Document("create", "other"))),
                named("command that indexes", each -> each.runCommand(new Document("createIndexes", "product")
                        .append("indexes", List.of(new Document("key", new Document("price", 1)).append("name", "p"))))),
                named("part of a bulk", each -> each.getCollection("product")
                        .insertMany(List.of(document(2), document(1)), new InsertManyOptions().ordered(true))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void effect(String name, Consumer<MongoDatabase> operation) {
        assertThat(on(operation.andThen(MongoEvidenceContract::refused))).isEqualTo(Kind.PARTLY_APPLIED);
    }

    static Stream<Arguments> unproven() {
        return Stream.of(
                named("unacknowledged", each -> each.withWriteConcern(WriteConcern.UNACKNOWLEDGED).getCollection("product")
                        .insertOne(document(2))),
                named("merge", each -> {
                    try {
                        each.getCollection("product").aggregate(List.of(new Document("$merge", "other"))).toCollection();
                    } catch (MongoException e) {
                        // what the server makes of it does not count
                    }
                }),
                named("a bulk of several documents", each -> each.getCollection("product").bulkWrite(
                        List.of(new DeleteManyModel<>(Filters.eq("$wrong", new Document("$wrong", 1))),
                                new InsertOneModel<>(document(1))))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void unproven(String name, Consumer<MongoDatabase> operation) {
        assertThat(on(operation.andThen(MongoEvidenceContract::refused))).isEqualTo(Kind.UNPROVEN);
    }

    @Test
    void nothingWasSent() {
        IllegalStateException error = new IllegalStateException("wrong");
        assertThat(target.execute(new ChangeCall("shop", "direct", "sum", 1, false), supply -> {
            supply.find(MongoDatabase.class, null);
            throw error;
        })).isEqualTo(Outcome.nothingSent(error));
    }

    @Test
    void theClientLeadsToWatchedCollections() {
        assertThat(run(supply -> {
            MongoDatabase database = ((MongoClient) supply.find(MongoClient.class, null)).getDatabase(mongo.name());
            database.getCollection("product").insertOne(document(2));
            refused(database);
        })).isEqualTo(Kind.PARTLY_APPLIED);
    }
}
