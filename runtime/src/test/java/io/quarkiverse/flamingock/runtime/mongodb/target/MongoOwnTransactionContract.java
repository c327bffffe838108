package io.quarkiverse.flamingock.runtime.mongodb.target;

import static org.assertj.core.api.Assertions.assertThat;

import org.bson.Document;
import org.junit.jupiter.api.Test;

import com.mongodb.MongoException;
import com.mongodb.client.ClientSession;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;

import io.quarkiverse.flamingock.runtime.mongodb.server.Server;
import io.quarkiverse.flamingock.spi.Outcome.Kind;
import io.quarkiverse.flamingock.spi.Supply;

/**
 * Evidence where there are transactions: a change without one may begin its own, in the session that it is given.
 */
abstract class MongoOwnTransactionContract extends MongoEvidenceContract {

    @Test
    void whatIsCommittedIsAnEffect() {
        assertThat(run(supply -> {
            begin(supply, 2);
            session(supply).commitTransaction();
            database(supply).createCollection("product");
        })).isEqualTo(Kind.PARTLY_APPLIED);
    }

    @Test
    void whatIsAbortedIsNone() {
        assertThat(run(supply -> {
            begin(supply, 2);
            session(supply).abortTransaction();
            database(supply).createCollection("product");
        })).isEqualTo(Kind.REFUSED);
    }

    @Test
    void whatIsLeftOpenIsNone() {
        assertThat(run(supply -> {
            begin(supply, 2);
            begun(supply, 1);
        })).isEqualTo(Kind.REFUSED);
        assertThat(mongo.collection("product").find()).hasSize(1);
    }

    @Test
    void nobodyKnowsWhatACommitDidWhoseAnswerWasLost() {
        assertThat(run(target(FaultyCommits.client(mongo.client(), session -> {
            session.commitTransaction();
            MongoException error = new MongoException("the answer was lost");
            error.addLabel(Server.UNKNOWN_COMMIT);
            throw error;
        })), supply -> {
            begin(supply, 2);
            session(supply).commitTransaction();
        })).isEqualTo(Kind.UNPROVEN);
    }

    /** A repository does not go through the views. */
    @Test
    void whatOthersDoInTheSessionIsUnseen() {
        MongoCollection<Document> repository = mongo.collection("product");
        assertThat(run(supply -> {
            repository.insertOne(session(supply), document(2));
            database(supply).createCollection("product");
        })).isEqualTo(Kind.UNPROVEN);
    }

    private static void begin(Supply supply, int id) {
        session(supply).startTransaction();
        begun(supply, id);
    }

    private static void begun(Supply supply, int id) {
        database(supply).getCollection("product").insertOne(session(supply), document(id));
    }

    private static ClientSession session(Supply supply) {
        return (ClientSession) supply.find(ClientSession.class, null);
    }

    private static MongoDatabase database(Supply supply) {
        return (MongoDatabase) supply.find(MongoDatabase.class, null);
    }
}
