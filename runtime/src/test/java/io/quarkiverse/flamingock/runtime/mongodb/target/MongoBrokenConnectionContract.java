package io.quarkiverse.flamingock.runtime.mongodb.target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import com.mongodb.client.ClientSession;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;

import io.quarkiverse.flamingock.runtime.mongodb.fence.Patience;
import io.quarkiverse.flamingock.runtime.mongodb.server.TestServer;
import io.quarkiverse.flamingock.runtime.mongodb.watch.Watch;
import io.quarkiverse.flamingock.spi.ChangeCall;
import io.quarkiverse.flamingock.spi.Outcome;
import io.quarkiverse.flamingock.spi.Outcome.Kind;
import io.quarkiverse.flamingock.spi.Supply;
import io.quarkiverse.flamingock.spi.Work;
import io.quarkiverse.flamingock.test.contract.Claims;

/**
 * A client that gives up while its operation goes on at the server: nothing is said of the change, and nothing taken back,
 * before
 * the operation is gone. The client waits a second for an answer; the operation takes longer.
 */
abstract class MongoBrokenConnectionContract {

    private static final String SLOWLY = "sleep(4000) || true";

    final TestServer mongo = server();
    private TestServer impatient;
    private MongoTargetSystem target;

    abstract TestServer server();

    @BeforeEach
    void create() {
        mongo.collection("product").insertOne(new Document("_id", 1).append("name", "old"));
        impatient = TestServer.at(TestServer.with(mongo.uri(), "socketTimeoutMS=1000"), mongo.name());
        target = target(Duration.ofSeconds(30));
    }

    @AfterEach
    void close() {
        impatient.client().close();
        mongo.close();
    }

    private MongoTargetSystem target(Duration timeout) {
        MongoTargetSystem made = MongoTargetSystem.of("inventory", impatient.client(), mongo.name())
                .with(new MongoSettings("flamingock_", Duration.ofSeconds(5), timeout, true));
        made.fence(Claims.of(1), "shop");
        return made;
    }

    private Outcome run(Work work) {
        return target.execute(new ChangeCall("shop", "direct", "sum", 1, false), work);
    }

    private Outcome on(Consumer<MongoDatabase> work) {
        return run(supply -> work.accept(database(supply)));
    }

    private static MongoDatabase database(Supply supply) {
        return (MongoDatabase) supply.find(MongoDatabase.class, null);
    }

    private static void slowly(MongoDatabase database, boolean numbered) {
        Document slow = new Document("$where", SLOWLY);
        if (numbered) {
            database.getCollection("product").updateOne(slow, Updates.set("name", "new"));
        } else {
            database.getCollection("product").updateMany(slow, Updates.set("name", "new"));
        }
    }

    private String name() {
        return mongo.collection("product").find(Filters.eq(1)).first().getString("name");
    }

    /** What was there when the change was judged is all there is, also when the operation would have ended. */
    private String finalName() {
        String judged = name();
        // takes as long as the operation would have
        mongo.collection("product").find(new Document("$where", SLOWLY)).first();
        assertThat(name()).isEqualTo(judged);
        return judged;
    }

    @Test
    void anOperationOfSeveralDocumentsIsEndedBeforeAnythingIsSaidOfIt() {
        assertThat(on(database -> slowly(database, false)).kind()).isEqualTo(Kind.UNPROVEN);
        assertThat(finalName()).isEqualTo("old");
    }

    @Test
    void anOperationOfOneDocumentIsEndedBeforeAnythingIsSaidOfIt() {
        assertThat(on(database -> slowly(database, true)).kind()).isEqualTo(Kind.UNPROVEN);
        assertThat(finalName()).isEqualTo("old");
    }

    @Test
    void whatWasDoneBeforeStaysEvidence() {
        assertThat(on(database -> {
            database.createCollection("other");
            slowly(database, false);
        }).kind()).isEqualTo(Kind.PARTLY_APPLIED);
        assertThat(finalName()).isEqualTo("old");
    }

    @Test
    void theClientAndItsSessionsAreWatchedToo() {
        assertThat(run(supply -> slowly(((MongoClient) supply.find(MongoClient.class, null)).getDatabase(mongo.name()), false))
                .kind()).isEqualTo(Kind.UNPROVEN);
        assertThat(run(supply -> {
            ClientSession session = (ClientSession) supply.find(ClientSession.class, null);
            database(supply).getCollection("product").updateMany(session, new Document("$where", SLOWLY),
                    Updates.set("name", "new"));
        }).kind()).isEqualTo(Kind.UNPROVEN);
        assertThat(finalName()).isEqualTo("old");
    }

    /** Its transaction is never committed. */
    @Test
    void aTransactionOfTheChangesOwnHasNoEffect() {
        assumeTrue(mongo.server().hasTransactions(), "a server that is none of a replica set has no transactions");
        assertThat(run(supply -> {
            ClientSession session = (ClientSession) supply.find(ClientSession.class, null);
            session.startTransaction();
            database(supply).getCollection("product").updateMany(session, new Document("$where", SLOWLY),
                    Updates.set("name", "new"));
        }).kind()).isEqualTo(Kind.REFUSED);
        assertThat(finalName()).isEqualTo("old");
    }

    /** Where it can't be ended, nothing is known. */
    @Test
    void nothingIsKnownOfWhatCantBeEnded() {
        target = target(Duration.ZERO);
        Outcome outcome = on(database -> slowly(database, false));
        assertThat(outcome.kind()).isEqualTo(Kind.UNKNOWN);
        assertThat(outcome.error()).hasMessageStartingWith("A connection of change direct to target system inventory broke: ")
                .hasMessageEndingWith(". What was sent last may still be at work at the server, or on its way to it, and it"
                        + " could not be ended");
    }

    /** Row M3: the driver would give up the search after a millisecond. */
    @Test
    void theSearchHasATimeOfItsOwn() {
        try (TestServer hasty = TestServer.at(TestServer.with(mongo.uri(), "timeoutMS=1"), mongo.name())) {
            assumeTrue(hasty.server().hasTransactions(), "a server that is none of a replica set numbers no operations");
            OnTheirWay search = new OnTheirWay(hasty.server(), new Patience(Duration.ZERO, Duration.ZERO));
            for (int i = 0; i < 20; i++) {
                try (ClientSession session = hasty.client().startSession()) {
                    assertThat(search.ended(List.of(new Watch.Broken(session, true)))).isTrue();
                }
            }
        }
    }

    /** Of what was not seen nobody knows whether it is at work. */
    @Test
    void nothingIsKnownOfWhatWasNotSeen() {
        assertThat(on(database -> {
            database.getCollection("product").mapReduce("f", "r");
            database.getCollection("product").find(new Document("$where", SLOWLY)).first();
        }).kind()).isEqualTo(Kind.UNKNOWN);
    }

    @Test
    void aReadThatBrokeHasNoEffect() {
        assertThat(on(database -> database.getCollection("product").find(new Document("$where", SLOWLY)).first()).kind())
                .isEqualTo(Kind.NOTHING_SENT);
        assertThat(List.of(finalName())).containsExactly("old");
    }
}
