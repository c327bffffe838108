package io.quarkiverse.flamingock.runtime.mongodb.target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;

import org.bson.Document;
import org.junit.jupiter.api.Test;

import com.mongodb.client.ClientSession;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.CreateCollectionOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ValidationOptions;

import io.quarkiverse.flamingock.error.FlamingockException;
import io.quarkiverse.flamingock.spi.ChangeCall;
import io.quarkiverse.flamingock.spi.ChangeTarget;
import io.quarkiverse.flamingock.spi.ForeignMarker;
import io.quarkiverse.flamingock.spi.Outcome;
import io.quarkiverse.flamingock.test.contract.ClaimContract;
import io.quarkiverse.flamingock.test.contract.Claims;

/**
 * The contract on a replica set, and what a change can and can't do in its transaction.
 */
class MongoTargetSystemTest extends MongoProofContract implements ClaimContract {

    @Override
    public ChangeTarget another() {
        return target();
    }

    @Test
    void findsMarkersOfOtherServicesAndPrefixes() {
        for (String service : List.of("shop", "other")) {
            ChangeTarget target = target();
            target.fence(Claims.of(1), service);
            assertThat(target.execute(new ChangeCall(service, "a", "sum", 1, true), supply -> {
            })).isEqualTo(Outcome.APPLIED);
        }
        assertThat(target().foreignMarkers("shop")).extracting(ForeignMarker::prefix, ForeignMarker::service,
                found -> found.marker().changeId() + " " + found.marker().checksum())
                .containsExactly(tuple("flamingock_", "other", "a sum"));
        assertThat(target().foreignMarkers("new")).hasSize(2);
    }

    @Test
    void suppliesWhatBelongsToTheSession() {
        MongoTargetSystem target = target(mongo.client()).addDependency("limit", 12);
        assertThat(target.supplies(MongoClient.class, null)).isTrue();
        assertThat(target.supplies(MongoDatabase.class, null)).isTrue();
        assertThat(target.supplies(ClientSession.class, null)).isTrue();
        assertThat(target.supplies(MongoDatabase.class, "other")).isFalse();
        assertThat(target.supplies(MongoCollection.class, null)).isFalse();
        assertThat(target.supplies(Integer.class, "limit")).isTrue();
        assertThat(fenced(target).execute(execution("a", 1), supply -> {
            assertThat(List.of(MongoClient.class, MongoDatabase.class, ClientSession.class))
                    .as("all that is done through it is undone with the transaction")
                    .allMatch(type -> supply.find(type, null) != null && supply.watches(type, null));
            assertThat(supply.watches(Integer.class, "limit")).isFalse();
            assertThat(supply.find(Integer.class, "limit")).isEqualTo(12);
            assertThat(supply.find(Integer.class, null)).isNull();
        })).isEqualTo(Outcome.APPLIED);
    }

    @Test
    void sendsFenceMarkerAndCommitBesideTheWork() {
        ChangeTarget target = fenced(target());
        mongo.commands();
        target.execute(execution("a", 1), supply -> effect(supply, "one"));
        target.execute(execution("b", 1), supply -> effect(supply, "two"));
        assertThat(mongo.commands()).containsExactly("update", "insert", "update", "commitTransaction", "update", "insert",
                "update", "commitTransaction");
    }

    @Test
    void aChangeSeesWhatItWrote() {
        assertThat(fenced(target()).execute(execution("a", 1), supply -> {
            effect(supply, "one");
            MongoCollection<Document> collection = database(supply).getCollection("effect");
            assertThat(collection.find()).hasSize(1);
            assertThat(collection.countDocuments(Filters.eq("name", "one"))).isOne();
            assertThat(effects()).as("others").isEmpty();
        })).isEqualTo(Outcome.APPLIED);
    }

    @Test
    void theSessionWorksWithTheApplicationsOwnCollections() throws Exception {
        MongoCollection<Document> repository = mongo.collection("effect");
        IllegalStateException error = new IllegalStateException("wrong");
        assertThat(fenced(target()).execute(execution("a", 1), supply -> {
            ClientSession session = (ClientSession) supply.find(ClientSession.class, null);
            repository.insertOne(session, new Document("name", "one"));
            throw error;
        })).isEqualTo(Outcome.notApplied(error));
        assertThat(effects()).isEmpty();
    }

    @Test
    void aRepositoryWithoutTheSessionIsOutside() {
        MongoCollection<Document> repository = mongo.collection("effect");
        IllegalStateException error = new IllegalStateException("wrong");
        fenced(target()).execute(execution("a", 1), supply -> {
            repository.insertOne(new Document("name", "outside"));
            throw error;
        });
        assertThat(effects()).as("documented").containsExactly("outside");
    }

    @Test
    void whatTransactionsForbidIsNotDone() throws Exception {
        Outcome outcome = fenced(target()).execute(execution("a", 1), supply -> {
            effect(supply, "one");
            database(supply).getCollection("effect").createIndex(new Document("name", 1));
        });
        assertThat(outcome.kind()).isEqualTo(Outcome.Kind.NOT_APPLIED);
        assertThat(outcome.error()).hasMessageContaining(mongo.server().createsCollectionsInTransactions()
                ? "Cannot create new indexes on existing collection"
                : "MongoCollection.createIndex(…) on a server before MongoDB 4.4 is refused")
                .hasMessageContaining("transactional = false");
        assertThat(effects()).isEmpty();
        assertThat(mongo.collection("effect").listIndexes()).hasSize(1);
    }

    @Test
    void whatTheServerRefusesIsExplained() {
        Outcome outcome = fenced(target()).execute(execution("a", 1),
                supply -> database(supply).getCollection("nothere").insertOne(new Document("name", "one")));
        if (mongo.server().createsCollectionsInTransactions()) {
            assertThat(outcome).isEqualTo(Outcome.APPLIED);
        } else {
            assertThat(outcome.kind()).isEqualTo(Outcome.Kind.NOT_APPLIED);
            assertThat(outcome.error()).hasMessageStartingWith("Change a did what MongoDB does not do in a transaction: ")
                    .hasMessageEndingWith(". Declare it with transactional = false, or move this to a change that is. Before"
                            + " MongoDB 4.4, writing to a collection that does not exist yet belongs to it: create the"
                            + " collection in an earlier change with transactional = false");
        }
    }

    @Test
    void anErrorThatTheChangeCaughtIsExplained() {
        mongo.collection("effect").insertOne(new Document("_id", 1));
        Outcome outcome = fenced(target()).execute(execution("a", 1), supply -> {
            try {
                database(supply).getCollection("effect").insertOne(new Document("_id", 1));
            } catch (RuntimeException e) {
                // as some do
            }
        });
        assertThat(outcome.kind()).as("it would end so again").isEqualTo(Outcome.Kind.NOT_APPLIED);
        assertThat(outcome.error()).hasMessageStartingWith(
                "Change a returned without an error, but its transaction could not be completed: ")
                .hasMessageEndingWith(". Either an operation failed and the change caught the error, and in MongoDB the first"
                        + " error ends the transaction; or its session was ended by others");
    }

    @Test
    void aDirectExecutionMayUseASessionOfItsOwn() {
        ChangeTarget target = fenced(target());
        ChangeCall direct = new ChangeCall("shop", "a", "sum-1", 1, false);
        assertThat(target.execute(direct, supply -> {
            ClientSession session = (ClientSession) supply.find(ClientSession.class, null);
            session.startTransaction();
            mongo.collection("effect").insertOne(session, new Document("name", "committed"));
            session.commitTransaction();
            session.startTransaction();
            mongo.collection("effect").insertOne(session, new Document("name", "aborted"));
            session.abortTransaction();
        })).isEqualTo(Outcome.APPLIED);
        assertThat(effects()).containsExactly("committed");
        assertThat(target.execute(direct, supply -> database(supply).getCollection("effect")
                .createIndex(new Document("name", 1)))).isEqualTo(Outcome.APPLIED);
    }

    @Test
    void aDirectExecutionMayNotLeaveATransactionOpen() {
        ChangeTarget target = fenced(target());
        for (boolean closed : new boolean[] { true, false }) {
            for (boolean committed : new boolean[] { true, false }) {
                Outcome outcome = target.execute(new ChangeCall("shop", "a", "sum-1", 1, false), supply -> {
                    if (committed) {
                        database(supply).getCollection("effect").insertOne(new Document("name", "committed"));
                    }
                    ClientSession session = ((MongoClient) supply.find(MongoClient.class, null)).startSession();
                    session.startTransaction();
                    database(supply).getCollection("effect").insertOne(session, new Document("name", "left open"));
                    if (closed) {
                        session.close();
                    }
                });
                assertThat(outcome.kind()).isEqualTo(
                        committed ? Outcome.Kind.PARTLY_APPLIED : Outcome.Kind.NOTHING_SENT);
                assertThat(outcome.error()).hasMessage("Change a left a transaction open in a session of target system"
                        + " inventory: what it did in that is not kept. Let it commit or abort what it begins, or declare it"
                        + " with transactional = true");
            }
        }
        assertThat(effects()).containsExactly("committed", "committed");
    }

    @Test
    void keepsToItsPrefixAndSaysWhatIsMissing() {
        MongoSettings settings = new MongoSettings("acme_", SETTINGS.takeoverGrace(), SETTINGS.fenceTimeout(), false);
        MongoTargetSystem target = target(mongo.client()).with(settings);
        assertThatThrownBy(() -> target.fence(Claims.of(1), "shop")).isInstanceOf(FlamingockException.class)
                .hasMessageEndingWith(
                        "db.createCollection(\"acme_fence\"); db.createCollection(\"acme_marker\"); db.acme_marker.createIndex("
                                + "{\"service\": 1, \"changeId\": 1}, {\"unique\": true})");
        assertThatThrownBy(() -> new MongoSettings("9", SETTINGS.takeoverGrace(), SETTINGS.fenceTimeout(), true))
                .hasMessage("quarkus.flamingock.table-prefix is '9' but must match [A-Za-z_][A-Za-z0-9_]{0,40}: letters,"
                        + " digits and underscores, at most 41 characters, the first no digit");
    }

    @Test
    void saysWhyItCantBePrepared() {
        mongo.database().createCollection("flamingock_fence", new CreateCollectionOptions()
                .validationOptions(new ValidationOptions()
                        .validator(Filters.exists("never"))));
        assertThatThrownBy(() -> target().fence(Claims.of(1), "shop"))
                .hasMessageStartingWith("Target system inventory could not be prepared for changes: ")
                .hasMessageEndingWith(
                        "Check that MongoDB can be reached and that it has a primary, and that its user may create the"
                                + " collections flamingock_fence and flamingock_marker or, where an administrator created them, find,"
                                + " insert and update in them");
    }
}
