package io.quarkiverse.flamingock.runtime.mongodb.target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.function.Supplier;
import java.util.stream.Stream;

import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import com.mongodb.client.ClientSession;

import io.quarkiverse.flamingock.error.TargetSystemUnavailableException;
import io.quarkiverse.flamingock.runtime.jdbc.LogCapture;
import io.quarkiverse.flamingock.runtime.mongodb.fence.HolderSession;
import io.quarkiverse.flamingock.runtime.mongodb.fence.MongoFence;
import io.quarkiverse.flamingock.runtime.mongodb.fence.Patience;
import io.quarkiverse.flamingock.runtime.mongodb.server.TestServer;
import io.quarkiverse.flamingock.spi.Markers;
import io.quarkiverse.flamingock.test.contract.Claims;
import io.quarkiverse.flamingock.test.servers.mongodb.MongoStandIn;

/**
 * Row M4: the credentials were changed while an instance hung. The server says yes to whoever wants to end the session of
 * another user, and ends nothing. Always on a stand-in, whose users need no rights.
 */
class OtherUserTest {

    private MongoStandIn standIn;
    private TestServer ada;
    private TestServer grace;

    static Stream<Supplier<MongoStandIn>> servers() {
        return Stream.of(MongoStandIn::start, MongoStandIn::startLater);
    }

    @AfterEach
    void close() {
        ada.client().close();
        grace.client().close();
        standIn.close();
    }

    private void on(Supplier<MongoStandIn> server, int lifetime) {
        standIn = server.get();
        ada = TestServer.at(standIn.uri("ada"), "shop");
        grace = TestServer.at(standIn.uri("grace"), "shop");
        ada.client().getDatabase("admin").runCommand(new Document("setParameter", 1)
                .append("transactionLifetimeLimitSeconds", lifetime));
    }

    /** Its fence is written and not committed. */
    private ClientSession hanging(TestServer user) {
        MongoFence fence = new MongoFence("inventory", user.server(), new Patience(Duration.ZERO, Duration.ZERO));
        HolderSession holder = new HolderSession(fence);
        target(user, Duration.ofSeconds(30)).fence(Claims.of(1), "shop");
        ClientSession session = holder.of(1);
        session.startTransaction();
        assertThat(fence.enter(session, 1)).isTrue();
        return session;
    }

    private static MongoTargetSystem target(TestServer user, Duration timeout) {
        return MongoTargetSystem.of("inventory", user.client(), "shop")
                .with(new MongoSettings("flamingock_", Duration.ofMillis(200), timeout, true));
    }

    @ParameterizedTest
    @MethodSource("servers")
    void saysWhatItAskedForAndThenWhatItGot(Supplier<MongoStandIn> server) {
        on(server, 3);
        ClientSession hanging = hanging(ada);
        try (LogCapture log = new LogCapture(MongoFence.class)) {
            assertThat(target(grace, Duration.ofSeconds(30)).fence(Claims.of(2), "shop")).isEqualTo(Markers.EMPTY);
            assertThat(log.messages()).hasSize(2);
            assertThat(log.messages().get(0)).matches("Target system inventory: after \\d+ ms a transaction still holds its"
                    + " fence\\. The server was asked to end the session of the holder before \\(token 1\\)\\. It does so at"
                    + " once if that is of the same database user; otherwise the transaction ends when its lifetime is over"
                    + " \\(transactionLifetimeLimitSeconds of the server, 60 s by default\\)");
            // at least a slice of waiting, as nothing was ended
            assertThat(log.messages().get(1)).matches("Target system inventory: taken over after [1-9]\\d{3,} ms\\. The"
                    + " transaction that held its fence has ended; what it had not committed is undone");
        }
        hanging.close();
    }

    @ParameterizedTest
    @MethodSource("servers")
    void neverSaysThatItHasEndedWhatGoesOn(Supplier<MongoStandIn> server) {
        on(server, 60);
        ClientSession hanging = hanging(ada);
        try (LogCapture log = new LogCapture(MongoFence.class)) {
            assertThatThrownBy(() -> target(grace, Duration.ofMillis(500)).fence(Claims.of(2), "shop"))
                    .isInstanceOf(TargetSystemUnavailableException.class)
                    .hasMessageContaining(". It belongs to an older holder of the lock and must end first. The server was asked"
                            + " to end the session of the holder before, but it ends only sessions of the same database user."
                            + " The transaction ends when its lifetime is over (transactionLifetimeLimitSeconds of the server,"
                            + " 60 s by default): start again then. Or find it with db.getSiblingDB(\"admin\").aggregate(")
                    .hasMessageEndingWith("who has the right killAnySession with"
                            + " db.adminCommand({killAllSessionsByPattern: [{lsid: <its lsid>}]})");
            assertThat(log.messages()).singleElement().asString().contains("was asked to end").doesNotContain("undone");
        }
        // nothing was ended
        hanging.commitTransaction();
        hanging.close();
    }

    @ParameterizedTest
    @MethodSource("servers")
    void endsThatOfTheSameUser(Supplier<MongoStandIn> server) {
        on(server, 60);
        ClientSession hanging = hanging(ada);
        try (LogCapture log = new LogCapture(MongoFence.class)) {
            assertThat(target(ada, Duration.ofSeconds(30)).fence(Claims.of(2), "shop")).isEqualTo(Markers.EMPTY);
            assertThat(log.messages()).hasSize(2);
        }
        hanging.close();
    }
}
