package io.quarkiverse.flamingock.runtime.mongodb.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;

import org.bson.BsonDocument;
import org.junit.jupiter.api.Test;

import com.mongodb.ClientBulkWriteException;
import com.mongodb.MongoException;
import com.mongodb.MongoExecutionTimeoutException;
import com.mongodb.MongoOperationTimeoutException;
import com.mongodb.MongoWriteConcernException;
import com.mongodb.ServerAddress;
import com.mongodb.WriteConcernResult;
import com.mongodb.WriteError;
import com.mongodb.bulk.WriteConcernError;
import com.mongodb.client.model.bulk.ClientBulkWriteResult;
import com.mongodb.internal.client.model.bulk.AcknowledgedSummaryClientBulkWriteResult;

/**
 * What the errors say that a server of the tests does not give: rows E1 and E2.
 */
class FailuresTest {

    private static final ServerAddress SERVER = new ServerAddress();

    @Test
    void whatWasRefusedBeforeItBeganIsNothing() {
        for (int code : new int[] { 9, 13 }) {
            assertThat(Failures.effect(new MongoException(code, "refused"), Extent.PARTS)).isEqualTo(Effect.NONE);
        }
        assertThat(Failures.effect(new MongoException(2, "refused"), Extent.PARTS)).isEqualTo(Effect.POSSIBLE);
    }

    /** An index is built on, a write may be there and not replicated. */
    @Test
    void aServerThatShutsDownSaysNothing() {
        for (int code : new int[] { 91, 189, 11600, 11602 }) {
            assertThat(Failures.effect(new MongoException(code, "interrupted"), Extent.WHOLE)).isEqualTo(Effect.POSSIBLE);
        }
        assertThat(Failures.effect(new MongoException(48, "exists"), Extent.WHOLE)).isEqualTo(Effect.NONE);
    }

    @Test
    void aWriteThatIsNotYetWhereItWasToBeIsThere() {
        WriteConcernError error = new WriteConcernError(64, "WriteConcernFailed", "timed out", new BsonDocument());
        assertThat(
                Failures.effect(new MongoWriteConcernException(error, WriteConcernResult.acknowledged(1, true, null), SERVER),
                        Extent.WHOLE))
                .isEqualTo(Effect.CERTAIN);
        assertThat(
                Failures.effect(new MongoWriteConcernException(error, WriteConcernResult.acknowledged(0, true, null), SERVER),
                        Extent.WHOLE))
                .isEqualTo(Effect.POSSIBLE);
        assertThat(Failures.effect(new MongoWriteConcernException(error, SERVER), Extent.WHOLE)).isEqualTo(Effect.POSSIBLE);
    }

    @Test
    void aBulkOfTheClientSaysWhatOfItIsThere() {
        ClientBulkWriteResult one = new AcknowledgedSummaryClientBulkWriteResult(1, 0, 0, 0, 0);
        MongoException refused = new MongoException("refused");
        assertThat(Failures.effect(new ClientBulkWriteException(refused, List.of(), Map.of(), one, SERVER), Extent.WHOLE))
                .isEqualTo(Effect.CERTAIN);
        assertThat(Failures.effect(new ClientBulkWriteException(refused, List.of(),
                Map.of(0, new WriteError(11000, "refused", new BsonDocument())), null, SERVER), Extent.WHOLE))
                .isEqualTo(Effect.POSSIBLE);
    }

    /** Row M3: the server's own answer, or the end of the driver's patience. */
    @Test
    void aTimeOutOfTheWholeOperationMayBeABrokenConnection() {
        assertThat(Failures.broke(new IllegalStateException(new MongoOperationTimeoutException("timed out")))).isTrue();
        assertThat(Failures.broke(new MongoOperationTimeoutException("timed out",
                new MongoExecutionTimeoutException("operation exceeded time limit")))).isFalse();
    }

    /** MongoDB 7.0 and later say of a collection that is there that it was created. */
    @Test
    void whatWasThereBeforeWasNotMade() {
        assertThat(new Before(Set.of("product")).made()).isEqualTo(Effect.NONE);
        assertThat(new Before(Set.of()).made()).isEqualTo(Effect.CERTAIN);
        assertThat(new Before(null).made()).as("who may create need not be allowed to list").isEqualTo(Effect.POSSIBLE);
    }
}
