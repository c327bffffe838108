package io.quarkiverse.flamingock.runtime.mongodb.store;

import static io.quarkiverse.flamingock.test.contract.Events.event;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.MongoException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;

import io.quarkiverse.flamingock.error.AuditStoreUnavailableException;
import io.quarkiverse.flamingock.error.FlamingockException;
import io.quarkiverse.flamingock.result.ChangeState;
import io.quarkiverse.flamingock.result.HistoryQuery;
import io.quarkiverse.flamingock.runtime.mongodb.lock.MongoLeaseLock;
import io.quarkiverse.flamingock.runtime.mongodb.server.AuditSession;
import io.quarkiverse.flamingock.runtime.mongodb.server.CollectionNames;
import io.quarkiverse.flamingock.runtime.mongodb.server.Server;
import io.quarkiverse.flamingock.runtime.mongodb.server.TestServer;
import io.quarkiverse.flamingock.spi.AuditStore;
import io.quarkiverse.flamingock.spi.AuditWrite;
import io.quarkiverse.flamingock.spi.Head;
import io.quarkiverse.flamingock.spi.LeaseLock;
import io.quarkiverse.flamingock.test.contract.AuditStoreContract;

/**
 * What every audit store in MongoDB does, with and without transactions.
 */
abstract class MongoAuditStoreContract extends AuditStoreContract {

    protected final TestServer mongo;

    MongoAuditStoreContract(TestServer mongo) {
        this.mongo = mongo;
    }

    @Override
    protected AuditStore store() {
        return new MongoAuditStore("MongoDB client <default>", mongo.server(), true, new AuditSession(mongo.server()));
    }

    @Override
    protected LeaseLock lock() {
        return new MongoLeaseLock(mongo.server(), new AuditSession(mongo.server()));
    }

    @Override
    protected Instant now() {
        return mongo.server().administration().time().toInstant();
    }

    @AfterEach
    void close() {
        mongo.close();
    }

    @Test
    void readsItsHeadWithOneCommand() {
        store().prepare();
        write(0, "done", event(1, "a", ChangeState.EXECUTED));
        mongo.commands();
        assertThat(store().head("shop")).isEqualTo(new Head(1, "done", null));
        assertThat(mongo.commands()).containsExactly("find");
    }

    @Test
    void keepsToItsPrefix() {
        new MongoAuditStore("x", mongo.server("Acme_2_"), true, new AuditSession(mongo.server())).prepare();
        assertThat(mongo.database().listCollectionNames()).containsExactlyInAnyOrder("Acme_2_audit", "Acme_2_state",
                "Acme_2_head", "Acme_2_lock", "Acme_2_store");
        assertThat(store().head("shop")).isEqualTo(Head.EMPTY);
    }

    @Test
    void createsUniqueIndexes() {
        store().prepare();
        for (String collection : List.of("flamingock_audit", "flamingock_state")) {
            assertThat(mongo.collection(collection).listIndexes()).as(collection)
                    .anyMatch(index -> index.getBoolean("unique", false) && index.get("key", Document.class).size() == 2);
        }
    }

    @Test
    void looksWhatIsThereAndWhichStoreItIs() {
        store().prepare();
        mongo.commands();
        store().prepare();
        assertThat(mongo.commands()).containsExactly("listCollections (authorized)", "find");
    }

    @Test
    void saysWhatAnAdministratorHasToCreate() {
        AuditStore store = new MongoAuditStore("x", mongo.server(), false, new AuditSession(mongo.server()));
        assertThatThrownBy(store::prepare).isInstanceOf(FlamingockException.class)
                .hasMessage("Collections of the extension are missing in database " + mongo.name()
                        + ", or its user has no right to use them, and quarkus.flamingock.auto-create is off. Let an administrator run, in that database:"
                        + " db.createCollection(\"flamingock_audit\"); db.flamingock_audit.createIndex({\"service\": 1,"
                        + " \"sequence\": 1}, {\"unique\": true}); db.createCollection(\"flamingock_state\");"
                        + " db.flamingock_state.createIndex({\"service\": 1, \"changeId\": 1}, {\"unique\": true});"
                        + " db.createCollection(\"flamingock_head\"); db.createCollection(\"flamingock_lock\");"
                        + " db.createCollection(\"flamingock_store\")");
        assertThat(mongo.database().listCollectionNames()).isEmpty();
        store().prepare();
        store.prepare();
    }

    @Test
    void saysWhyItCantWrite() {
        store().prepare();
        mongo.database().runCommand(new Document("collMod", "flamingock_audit").append("validator",
                new Document("never", new Document("$exists", true))));
        assertThatThrownBy(() -> write(0, null, event(1, "a", ChangeState.STARTED)))
                .isInstanceOf(AuditStoreUnavailableException.class)
                .hasMessageStartingWith("The audit store (MongoDB client <default>) could not record what happened: ")
                .hasMessageContaining("validation")
                .hasMessageEndingWith(". Check that MongoDB can be reached and that it has a primary, is not full, and its user"
                        + " may find, insert and update in the collections of the audit store")
                .hasCauseInstanceOf(MongoException.class);
    }

    @Test
    void saysThatItsClientIsClosed() {
        TestServer closed = TestServer.replicaSet();
        AuditStore store = new MongoAuditStore("MongoDB client users", closed.server(), true,
                new AuditSession(closed.server()));
        LeaseLock lock = new MongoLeaseLock(closed.server(), new AuditSession(closed.server()));
        closed.close();
        assertThatThrownBy(() -> store.head("shop")).isInstanceOf(AuditStoreUnavailableException.class)
                .hasMessageStartingWith("The audit store (MongoDB client users) could not read its head: ");
        assertThatThrownBy(() -> lock.tryAcquire("inventory", "run", Duration.ofSeconds(1)))
                .isInstanceOf(AuditStoreUnavailableException.class);
        assertThatThrownBy(() -> lock.isHeld("inventory")).isInstanceOf(AuditStoreUnavailableException.class)
                .hasMessageStartingWith("The lock of target system inventory could not be read: ");
    }

    @Test
    void saysThatItCantBeReached() {
        MongoClientSettings nowhere = MongoClientSettings.builder()
                .applyConnectionString(new ConnectionString("mongodb://127.0.0.1:1/"))
                .applyToClusterSettings(cluster -> cluster.serverSelectionTimeout(100, TimeUnit.MILLISECONDS)).build();
        try (MongoClient client = MongoClients.create(nowhere)) {
            Server server = new Server(client, "shop", new CollectionNames("flamingock_"));
            AuditStore store = new MongoAuditStore("MongoDB client users", server, true, new AuditSession(server));
            assertThatThrownBy(() -> store.head("shop")).isInstanceOf(AuditStoreUnavailableException.class)
                    .hasMessageStartingWith("The audit store (MongoDB client users) could not read its head: ")
                    .hasMessageEndingWith("Nothing answers at 127.0.0.1:1, or it takes no connections yet. Check the connection"
                            + " string or the hosts of the client, and the server; where that comes up later than this"
                            + " application, set quarkus.flamingock.connect-retries, and the start waits for it");
            assertThatThrownBy(() -> store.snapshot("shop"))
                    .hasMessageStartingWith("The audit store (MongoDB client users) could not read its states: ");
            assertThatThrownBy(() -> store.history("shop", HistoryQuery.newest(1)))
                    .hasMessageStartingWith("The audit store (MongoDB client users) could not read its events: ");
            assertThatThrownBy(() -> store.events("shop", 0, 1))
                    .hasMessageStartingWith("The audit store (MongoDB client users) could not read its events: ");
            assertThatThrownBy(() -> store.write(new AuditWrite("shop", 0, List.of(), List.of(), null, null)))
                    .hasMessageStartingWith("The audit store (MongoDB client users) could not record what happened: ");
            assertThatThrownBy(store::prepare)
                    .hasMessageStartingWith("The audit store (MongoDB client users) could not find or create its collections: ")
                    .hasMessageContaining("Nothing answers at 127.0.0.1:1");
        }
    }
}
