package io.quarkiverse.flamingock.runtime.mongodb;

import java.util.Date;
import java.util.List;

import org.bson.BsonDocument;
import org.bson.Document;

import com.mongodb.ClientSessionOptions;
import com.mongodb.MongoClientSettings;
import com.mongodb.MongoException;
import com.mongodb.ReadConcern;
import com.mongodb.ReadPreference;
import com.mongodb.TransactionOptions;
import com.mongodb.WriteConcern;
import com.mongodb.client.ClientSession;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.connection.ServerDescription;
import com.mongodb.connection.ServerType;

/**
 * A database of the application, with the concerns and the codecs that the extension needs, and what its servers can do.
 *
 * @param client the application's client
 * @param database the name of the database
 * @param names the names of the extension's collections
 */
record Server(MongoClient client, String database, CollectionNames names) {

    /** What the driver calls an error after which the whole transaction may be tried again. */
    static final String TRANSIENT = MongoException.TRANSIENT_TRANSACTION_ERROR_LABEL;
    /** What the driver calls an error that says nothing of the commit. */
    static final String UNKNOWN_COMMIT = MongoException.UNKNOWN_TRANSACTION_COMMIT_RESULT_LABEL;

    private static final TransactionOptions TRANSACTION = TransactionOptions.builder().readConcern(ReadConcern.SNAPSHOT)
            .writeConcern(WriteConcern.MAJORITY).readPreference(ReadPreference.primary()).build();

    private static final ClientSessionOptions SESSION = ClientSessionOptions.builder().causallyConsistent(false)
            .defaultTransactionOptions(TRANSACTION).build();

    /** Since MongoDB 4.4. */
    private static final int CREATES_COLLECTIONS_IN_TRANSACTIONS = 9;

    private static final int DUPLICATE_KEY = 11000;

    MongoCollection<Document> collection(String name) {
        return own().getCollection(name);
    }

    /** The database with the extension's own concerns. */
    MongoDatabase own() {
        return client.getDatabase(database).withCodecRegistry(MongoClientSettings.getDefaultCodecRegistry())
                .withReadPreference(ReadPreference.primary()).withReadConcern(ReadConcern.MAJORITY)
                .withWriteConcern(WriteConcern.MAJORITY);
    }

    ClientSession session() {
        return client.startSession(SESSION);
    }

    /** Whether there are transactions: not on a server that is no replica set. */
    boolean hasTransactions() {
        ServerDescription known = known();
        if (known == null) {
            hello();
            known = known();
        }
        return known == null || known.getType() != ServerType.STANDALONE;
    }

    boolean createsCollectionsInTransactions() {
        ServerDescription known = known();
        return known != null && known.getMaxWireVersion() >= CREATES_COLLECTIONS_IN_TRANSACTIONS;
    }

    /** Ends a session and its transaction at the server; the same user may. */
    void kill(BsonDocument session) {
        client.getDatabase("admin").runCommand(new Document("killSessions",
                List.of(new Document("id", session.get("id")))), ReadPreference.primary());
    }

    /** The clock of the primary. */
    Date time() {
        return hello().getDate("localTime");
    }

    private Document hello() {
        // its old name, which all servers know
        return client.getDatabase("admin").runCommand(new Document("isMaster", 1), ReadPreference.primary());
    }

    private ServerDescription known() {
        for (ServerDescription server : client.getClusterDescription().getServerDescriptions()) {
            if (server.getType() != ServerType.UNKNOWN) {
                return server;
            }
        }
        return null;
    }

    static boolean isDuplicateKey(MongoException e) {
        return e.getCode() == DUPLICATE_KEY;
    }
}
