package io.quarkiverse.flamingock.runtime.mongodb.server;

import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;

import org.bson.BsonDocument;
import org.bson.Document;

import com.mongodb.ClientSessionOptions;
import com.mongodb.MongoClientSettings;
import com.mongodb.MongoException;
import com.mongodb.MongoExecutionTimeoutException;
import com.mongodb.MongoOperationTimeoutException;
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
     * @return the collection with the extension's own concerns and time-out, for operations outside of transactions
     */
    public MongoCollection<Document> collection(String name) {
        return own().getCollection(name);
    }

    /**
     * @param name one of the extension's names
     * @param longest how long an operation may take; where the application's client has no time-out for whole operations, the
     *        options of the operation say so
     * @return the collection, for operations outside of transactions
     */
    public MongoCollection<Document> collection(String name, Duration longest) {
        return time().of(plain().getCollection(name), longest);
    }

    /**
     * @param name one of the extension's names
     * @return the collection for operations in a transaction, which has one time-out for all of them
     */
    public MongoCollection<Document> inTransaction(String name) {
        return plain().getCollection(name);
    }

    /**
     * Asks for those only that the user may use: so no right of its own is needed for asking.
     *
     * @return the names of the collections of the database
     */
    public Set<String> collectionNames() {
        return own().listCollectionNames().authorizedCollections(true).into(new TreeSet<>());
    }

    /** The database with the extension's own concerns and time-out. */
    MongoDatabase own() {
        return time().of(plain());
    }

    private MongoDatabase plain() {
        return client.getDatabase(database).withCodecRegistry(MongoClientSettings.getDefaultCodecRegistry())
                .withReadPreference(ReadPreference.primary()).withReadConcern(ReadConcern.MAJORITY)
                .withWriteConcern(WriteConcern.MAJORITY);
    }

    /**
     * @return a new session to record in; its transactions are snapshots, and durable when they are committed
     */
    public ClientSession recordingSession() {
        return client.startSession(time().of(RECORDING));
    }

    /**
     * @return a new session for changes; its transactions may create collections where the server can, and are durable when
     *         they are committed. In a replica set they do not see what others write after their beginning,
     *         and the time-out of the application's client, if it has one, counts for each as a whole
     */
    public ClientSession changeSession() {
        return client.startSession(CHANGE);
    }

    /**
     * @param longest how long a transaction may take where the application's client has a time-out for whole operations
     * @return options for a transaction of the extension's own
     */
    public TransactionOptions transaction(Duration longest) {
        return time().transaction(longest);
    }

    /**
     * @return {@code timeoutMS} of the application's client: null where it has none, zero where it never gives up
     */
    public Duration applicationsTimeout() {
        return time().ofApplication();
    }

    private OwnTime time() {
        return new OwnTime(client);
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
            administration().hello();
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
     * @return what is asked of the servers themselves
     */
    public Administration administration() {
        return new Administration(client);
    }

    /**
     * @return the shortest time of the way to a server and back, of the one that is farthest away; as far as the driver knows
     */
    public Duration roundTrip() {
        return Duration.ofNanos(client.getClusterDescription().getServerDescriptions().stream()
                .mapToLong(ServerDescription::getMinRoundTripTimeNanos).max().orElse(0));
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
     * @param e an error
     * @return whether the time of the operation was over, by the server or, where the application's client has a time-out for
     *         whole operations, by the driver: then perhaps only because no server or connection was there
     */
    public static boolean isTimeOver(MongoException e) {
        return e instanceof MongoExecutionTimeoutException || e instanceof MongoOperationTimeoutException;
    }

    /**
     * @param e an error of a write
     * @return whether another document has the key
     */
    public static boolean isDuplicateKey(MongoException e) {
        return e.getCode() == DUPLICATE_KEY;
    }
}
