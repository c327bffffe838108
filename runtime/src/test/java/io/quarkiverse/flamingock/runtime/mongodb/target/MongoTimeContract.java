package io.quarkiverse.flamingock.runtime.mongodb.target;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.mongodb.MongoException;
import com.mongodb.MongoOperationTimeoutException;
import com.mongodb.client.ClientSession;
import com.mongodb.client.MongoClient;

import io.quarkiverse.flamingock.runtime.mongodb.server.Server;
import io.quarkiverse.flamingock.runtime.mongodb.server.TestServer;
import io.quarkiverse.flamingock.spi.ChangeTarget;
import io.quarkiverse.flamingock.spi.Markers;
import io.quarkiverse.flamingock.spi.Outcome;
import io.quarkiverse.flamingock.spi.Outcome.Kind;
import io.quarkiverse.flamingock.spi.Supply;
import io.quarkiverse.flamingock.test.contract.Claims;

/**
 * Rows M3 and M6: times that are over. That of the application for its operations is not that of the extension, and a change
 * that takes too long is not tried again.
 */
abstract class MongoTimeContract extends MongoTargetSystemFixture {

    private static final String TOO_SHORT = "The transaction of change a was given up after \\d+ ms: the MongoDB client has"
            + " timeoutMS=1000, which the driver counts from the beginning of a transaction to its end: (?s:.*)\\. It is not"
            + " tried again, because it would last as long\\. Raise timeoutMS in the connection string, make several changes of"
            + " this one, or declare it with transactional = false, where it counts for each operation";

    private static final String TOO_LONG = "The transaction of change a lasted \\d+ ms, and the server ends one after 1 s"
            + " \\(transactionLifetimeLimitSeconds\\): (?s:.*)\\. It is not tried again, because it would last as long\\. Make"
            + " several changes of this one, declare it with transactional = false, or let an administrator raise the limit:"
            + " db\\.adminCommand\\(\\{setParameter: 1, transactionLifetimeLimitSeconds: <seconds>\\}\\)";

    /** In it the driver gives up after so many milliseconds; never with zero. */
    final TestServer impatient(long millis) {
        return TestServer.at(TestServer.with(mongo.uri(), "timeoutMS=" + millis), mongo.name());
    }

    @Test
    void ownOperationsHaveATimeOfTheirOwn() {
        try (TestServer client = impatient(1)) {
            MongoTargetSystem target = target(client.client());
            for (int token = 1; token < 20; token++) {
                assertThat(target.fence(Claims.of(token), "shop")).isEqualTo(Markers.EMPTY);
                assertThat(target.foreignMarkers("shop")).isEmpty();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = { "an operation", "the marker", "one long operation" })
    void aChangeThatTakesLongerThanTheTimeOfTheApplicationIsNotTriedAgain(String noticedBy) {
        mongo.collection("effect").insertOne(new Document("name", "before"));
        try (TestServer client = impatient(1000)) {
            Outcome outcome = fenced(target(client.client())).execute(execution("a", 1), supply -> {
                if (noticedBy.equals("one long operation")) {
                    database(supply).getCollection("effect").find(new Document("$where", "sleep(3000) || true")).first();
                }
                effect(supply, "one");
                TimeUnit.MILLISECONDS.sleep(1100);
                if (noticedBy.equals("an operation")) {
                    effect(supply, "two");
                }
            });
            assertThat(outcome.error()).hasMessageMatching(TOO_SHORT).hasCauseInstanceOf(Exception.class);
            assertThat(outcome.kind()).isEqualTo(Kind.NOT_APPLIED);
            assertThat(client.commands()).as("the server may not have heard of the abort").contains("killSessions");
        }
    }

    /** As when no server is there for a while: the driver says the same of it. */
    @Test
    void mayBeTriedAgainWhereTheTimeOfTheApplicationIsNotOver() {
        for (long millis : new long[] { 60_000, 0 }) {
            try (TestServer client = impatient(millis)) {
                assertThat(timesOut(client.client(), Server.TRANSIENT).kind()).as("%d ms", millis).isEqualTo(Kind.CONFLICT);
            }
        }
    }

    /** Of an operation that takes no part in the transaction this says nothing. */
    @Test
    void anOperationOutsideOfTheTransactionSpeaksForItself() {
        try (TestServer client = impatient(1000)) {
            Outcome outcome = timesOut(client.client(), "none");
            assertThat(outcome.kind()).isEqualTo(Kind.NOT_APPLIED);
            assertThat(outcome.error()).hasMessage("timed out");
        }
    }

    private Outcome timesOut(MongoClient client, String label) {
        return fenced(target(client)).execute(execution("a", 1), supply -> {
            TimeUnit.MILLISECONDS.sleep(label.equals("none") ? 1100 : 0);
            MongoException error = new MongoOperationTimeoutException("timed out");
            error.addLabel(label);
            throw error;
        });
    }

    @ParameterizedTest
    @ValueSource(strings = { "an operation", "the marker", "one long operation" })
    void aChangeThatOutlivesItsTransactionIsNotTriedAgain(String noticedBy) {
        mongo.collection("effect").insertOne(new Document("name", "before"));
        Outcome outcome = withLifetime(1, mongo.client(), supply -> {
            effect(supply, "one");
            if (noticedBy.equals("one long operation")) {
                database(supply).getCollection("effect").find(new Document("$where", "sleep(3000) || true")).first();
            }
            sleep(Duration.ofMillis(2100));
            if (noticedBy.equals("an operation")) {
                effect(supply, "two");
            }
        });
        assertThat(outcome.error()).hasMessageMatching(TOO_LONG);
        assertThat(outcome.kind()).isEqualTo(Kind.NOT_APPLIED);
        assertThat(effects()).containsExactly("before");
    }

    /** Ended by others: nothing says that it would take too long. */
    @Test
    void mayBeTriedAgainWhereItsSessionWasEndedEarly() {
        assertThat(fenced(target()).execute(execution("a", 1), supply -> {
            end(supply);
            effect(supply, "one");
        }).kind()).isEqualTo(Kind.CONFLICT);
    }

    /** Who may not ask for the limit takes it for the usual one, and says so. */
    @Test
    void saysWhatIsAssumedWhereTheServerDoesNotTellTheLifetime() {
        Outcome outcome = fenced(target(Discreet.client(mongo.client()))).execute(execution("a", 1), this::end);
        assertThat(outcome.error()).hasMessageEndingWith(". Either an operation failed and the change caught the error, and in"
                + " MongoDB the first error ends the transaction; or its session was ended by others; or the change ran longer"
                + " than transactionLifetimeLimitSeconds of the server, which did not tell it: make it smaller, or declare it"
                + " with transactional = false");
        assertThat(outcome.kind()).isEqualTo(Kind.NOT_APPLIED);
        long anHourAgo = System.nanoTime() - Duration.ofHours(1).toNanos();
        Server discreet = new Server(Discreet.client(mongo.client()), mongo.name(), mongo.server().names());
        assertThat(
                new TransactionTime(discreet, "a", anHourAgo).over(new MongoException(251, "Transaction 1 has been aborted")))
                .startsWith("The transaction of change a lasted 36000")
                .contains(
                        " ms, and the server ends one after 60 s (transactionLifetimeLimitSeconds; that it has its usual value"
                                + " is assumed, as the server did not tell it): Transaction 1 has been aborted. It is not tried again");
    }

    /** How servers say since MongoDB 4.4 that it ended while an operation was at work, whatever the limit is. */
    @Test
    void believesAServerThatSaysSo() {
        assertThat(TransactionTime.begins(mongo.server(), "a").over(new MongoException(290, "operation was interrupted")))
                .contains("operation was interrupted. It is not tried again, because it would last as long");
    }

    private Outcome withLifetime(int seconds, MongoClient client, Consumer<Supply> work) {
        ChangeTarget target = fenced(target(client));
        lifetime(seconds);
        try {
            return target.execute(execution("a", 1), work::accept);
        } finally {
            lifetime(60);
        }
    }

    private void lifetime(int seconds) {
        mongo.client().getDatabase("admin").runCommand(new Document("setParameter", 1)
                .append("transactionLifetimeLimitSeconds", seconds));
    }

    /** The next operation finds that out, or the marker. */
    private void end(Supply supply) {
        mongo.server().administration().kill(Server.id((ClientSession) supply.find(ClientSession.class, null)));
    }

    private static void sleep(Duration duration) {
        try {
            TimeUnit.MILLISECONDS.sleep(duration.toMillis());
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
