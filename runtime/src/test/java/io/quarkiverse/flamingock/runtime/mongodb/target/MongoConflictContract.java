package io.quarkiverse.flamingock.runtime.mongodb.target;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;

import org.bson.BsonDocument;
import org.bson.Document;
import org.junit.jupiter.api.Test;

import com.mongodb.client.ClientSession;

import io.quarkiverse.flamingock.runtime.mongodb.server.Server;
import io.quarkiverse.flamingock.spi.ChangeTarget;
import io.quarkiverse.flamingock.spi.Outcome;

/**
 * What may be tried again: another transaction was in the way, or another server answers.
 */
abstract class MongoConflictContract extends MongoTimeContract {

    @Test
    void mayBeTriedAgainAfterATransientErrorOfTheCommit() throws Exception {
        ChangeTarget target = fenced(withCommit(session -> {
            session.abortTransaction();
            throw FaultyCommits.error(Server.TRANSIENT);
        }));
        assertThat(target.execute(execution("a", 1), supply -> effect(supply, "one")).kind())
                .isEqualTo(Outcome.Kind.CONFLICT);
        assertThat(effects()).isEmpty();
    }

    /** As after a fail-over: the server that is asked has not begun this transaction. */
    @Test
    void mayBeTriedAgainWhereTheMarkerFindsAnotherServer() throws Exception {
        ChangeTarget target = fenced(target());
        List<BsonDocument> left = new ArrayList<>();
        Outcome outcome = target.execute(execution("a", 1), supply -> {
            effect(supply, "one");
            ClientSession session = (ClientSession) supply.find(ClientSession.class, null);
            session.getServerSession().advanceTransactionNumber();
            left.add(Server.id(session));
        });
        // there was no fail-over, so that the old transaction is still open
        mongo.server().administration().kill(left.get(0));
        assertThat(outcome.error()).hasMessageContaining("does not match any in-progress transactions")
                .hasMessageStartingWith("Change a returned without an error, but its transaction could not be completed: ")
                .hasMessageEndingWith(". The server that answered does not know it, as after a fail-over");
        assertThat(outcome.kind()).isEqualTo(Outcome.Kind.CONFLICT);
        assertThat(effects()).isEmpty();
    }

    @Test
    void mayBeTriedAgainAfterAWriteConflict() throws Exception {
        mongo.collection("effect").insertOne(new Document("_id", 1).append("name", "one"));
        ChangeTarget target = fenced(target());
        try (ClientSession other = mongo.client().startSession()) {
            other.startTransaction();
            mongo.collection("effect").updateOne(other, new Document("_id", 1),
                    new Document("$set", new Document("name", "x")));
            Outcome outcome = target.execute(execution("a", 1), supply -> wrapped(() -> database(supply)
                    .getCollection("effect").deleteOne(new Document("_id", 1))));
            assertThat(outcome.kind()).isEqualTo(Outcome.Kind.CONFLICT);
            assertThat(outcome.error()).hasMessage("as frameworks do");
            other.commitTransaction();
        }
        assertThat(target.execute(execution("a", 1), supply -> database(supply).getCollection("effect")
                .deleteOne(new Document("_id", 1)))).isEqualTo(Outcome.APPLIED);
        assertThat(effects()).isEmpty();
    }

    private static void wrapped(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            throw new IllegalStateException("as frameworks do", e);
        }
    }

    protected MongoTargetSystem withCommit(FaultyCommits.Commit commit) {
        return target(FaultyCommits.client(mongo.client(), commit));
    }
}
