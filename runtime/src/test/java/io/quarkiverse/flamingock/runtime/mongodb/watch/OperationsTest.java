package io.quarkiverse.flamingock.runtime.mongodb.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;

import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import com.mongodb.MongoException;
import com.mongodb.MongoTimeoutException;
import com.mongodb.client.ClientSession;

import io.quarkiverse.flamingock.runtime.mongodb.server.TestServer;

/**
 * What is seen of operations that fail as those of a test server do not.
 */
class OperationsTest {

    private final TestServer mongo = TestServer.replicaSet();
    private final ClientSession session = mongo.client().startSession();
    private final Watch watch = new Watch();
    private final Operations operations = new Operations(mongo.client(), watch, session -> {
    });

    @AfterEach
    void close() {
        session.close();
        mongo.close();
    }

    /** The driver had sent it, and looked for a server for the second attempt. */
    @Test
    void whatWasNumberedMayHaveBeenSent() {
        fails(true, new MongoTimeoutException("no server"));
        assertThat(watch.broken()).containsExactly(new Watch.Broken(session, true));
        assertThat(watch.seen()).isEqualTo(Seen.PERHAPS);
    }

    @Test
    void whatWasNotNumberedFoundNoServer() {
        fails(false, new MongoTimeoutException("no server"));
        assertThat(watch.broken()).isEmpty();
        assertThat(watch.seen()).isEqualTo(Seen.REFUSED);
    }

    /** The error is not that of one of them. */
    @Test
    void someOfSeveralDocumentsMayBeThere() {
        many(new Document());
        assertThat(watch.seen()).isEqualTo(Seen.REFUSED);
        many(new Document(), new Document());
        assertThat(watch.seen()).isEqualTo(Seen.PERHAPS);
    }

    private void fails(boolean numbered, MongoException error) {
        assertThatThrownBy(() -> operations.whole(session, own -> {
            if (numbered) {
                own.getServerSession().advanceTransactionNumber();
            }
            throw error;
        }, done -> Effect.CERTAIN)).isSameAs(error);
    }

    private void many(Document... documents) {
        MongoException error = new MongoException(2, "refused");
        assertThatThrownBy(() -> operations.many(session, List.of(documents), own -> {
            throw error;
        })).isSameAs(error);
    }
}
