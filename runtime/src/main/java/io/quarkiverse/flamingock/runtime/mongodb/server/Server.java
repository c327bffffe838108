package io.quarkiverse.flamingock.runtime.mongodb.server;

import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

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
public record Server(MongoClient client, String database, CollectionNames names) {

    /** What the driver calls an error after which the whole transaction may be tried again. */
    public static final String TRANSIENT = MongoException.TRANSIENT_TRANSACTION_ERROR_LABEL;
    /** What the driver calls an error that says nothing of the commit. */
    public static final String UNKNOWN_COMMIT = MongoException.UNKNOWN_TRANSACTION_COMMIT_RESULT_LABEL;

    private static final ClientSessionOptions RECORDING = options(ReadConcern.SNAPSHOT);
    /** With any other read concern than local, MongoDB 4.4 and later refuse to create collections in a transaction. */
    private static final ClientSessionOptions CHANGE = options(ReadConcern.LOCAL);

    /** Since MongoDB 4.4. */
    private static final int CREATES_COLLECTIONS_IN_TRANSACTIONS = 9;

    private static final int DUPLICATE_KEY = 11000;

    /**
     * @param name one of the extension's names
     * @return the collection with the extension's own concerns
     */
    public MongoCollection<Document> collection(String name) {
        return own().getCollection(name);
    }

    /**
     * Asks for those only that the user may use: so no right of its own is needed for asking.
     *
     * @return the names of the collections of the database
     */
    public Set<String> collectionNames() {
        return own().listCollectionNames().authorizedCollections(true).into(new TreeSet<>());
    }

    /** The database with the extension's own concerns. */
    MongoDatabase own() {
        return client.getDatabase(database).withCodecRegistry(MongoClientSettings.getDefaultCodecRegistry())
                .withReadPreference(ReadPreference.primary()).withReadConcern(ReadConcern.MAJORITY)
                .withWriteConcern(WriteConcern.MAJORITY);
    }

    /**
     * @return a new session to record in; its transactions are snapshots, and durable when they are committed
     */
    public ClientSession recordingSession() {
        return client.startSession(RECORDING);
    }

    /**
     * @return a new session for changes; its transactions may create collections where the server can, and are durable when
     *         they are committed. In a replica set they do not see what others write after their beginning
     */
    public ClientSession changeSession() {
        return client.startSession(CHANGE);
    }

    private static ClientSessionOptions options(ReadConcern readConcern) {
        return ClientSessionOptions.builder().causallyConsistent(false)
                .defaultTransactionOptions(TransactionOptions.builder().readConcern(readConcern)
                        .writeConcern(WriteConcern.MAJORITY).readPreference(ReadPreference.primary()).build())
                .build();
    }

    /**
     * @param session a session
     * @return what the server knows it by
     */
    public static BsonDocument id(ClientSession session) {
        return session.getServerSession().getIdentifier();
    }

    /**
     * @return whether there are transactions: not on a server that is no replica set
     */
    public boolean hasTransactions() {
        ServerDescription known = known();
        if (known == null) {
            hello();
            known = known();
        }
        return known == null || known.getType() != ServerType.STANDALONE;
    }

    /**
     * @return whether a transaction may write to a collection that does not exist yet
     */
    public boolean createsCollectionsInTransactions() {
        ServerDescription known = known();
        return known != null && known.getMaxWireVersion() >= CREATES_COLLECTIONS_IN_TRANSACTIONS;
    }

    /**
     * Ends a session and its transaction at the server; the same user may.
     *
     * @param session what the server knows it by
     */
    public void kill(BsonDocument session) {
        client.getDatabase("admin").runCommand(new Document("killSessions",
                List.of(new Document("id", session.get("id")))), ReadPreference.primary());
    }

    /**
     * @param session what the server knows a session by
     * @return whether an operation of it is at work there
     */
    public boolean isAtWork(BsonDocument session) {
        return client.getDatabase("admin").withReadPreference(ReadPreference.primary())
                .aggregate(List.of(new Document("$currentOp", new Document("allUsers", false)),
                        new Document("$match", new Document("lsid.id", session.get("id")).append("active", true))))
                .first() != null;
    }

    /**
     * @return the time of the primary
     */
    public Date time() {
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

    /**
     * @param e an error of a write
     * @return whether another document has the key
     */
    public static boolean isDuplicateKey(MongoException e) {
        return e.getCode() == DUPLICATE_KEY;
    }
}
