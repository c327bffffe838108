package io.quarkiverse.flamingock.test.servers.mongodb;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;

import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What belongs to a user. That {@code killSessions} of another user answers ok and ends nothing was seen on a server between
 * MongoDB 4.4 and 5.0; the rest is as MongoDB documents it, and was not recorded.
 */
class UsersTest {

    private static final BsonDocument INSERT = BsonDocument.parse("{insert: 'products', documents: [{}]}");

    private final MongoStandIn server = MongoStandIn.startLater();
    private RawConnection ada;
    private RawConnection grace;
    private RawSession session;

    @BeforeEach
    void aTransactionOfAda() throws IOException {
        ada = new RawConnection(server.uri()).signIn("ada");
        grace = new RawConnection(server.uri()).signIn("grace");
        session = new RawSession(server.uri());
        session.signIn("ada");
        assertThat(ok(session.run(step("begin"), "shop", INSERT))).isOne();
    }

    @AfterEach
    void close() throws IOException {
        ada.close();
        grace.close();
        session.cut();
        server.close();
    }

    @Test
    void nobodyEndsASessionOfAnother() throws IOException {
        kill(grace, new BsonArray(List.of(session.id())));
        assertThat(ok(session.run(step("in"), "shop", INSERT))).isOne();
        kill(ada, new BsonArray(List.of(session.id())));
        assertThat(session.run(step("in"), "shop", INSERT).getString("errmsg").getValue()).contains("has been aborted");
    }

    @Test
    void nobodyEndsAllSessionsOfAnother() throws IOException {
        kill(grace, new BsonArray());
        assertThat(ok(session.run(step("in"), "shop", INSERT))).isOne();
        kill(ada, new BsonArray());
        assertThat(ok(session.run(step("in"), "shop", INSERT))).isZero();
    }

    @Test
    void operationsOfOthersAreFoundOnlyWhereAllAreAskedFor() throws IOException {
        assertThat(transactions(grace, false)).isEmpty();
        assertThat(transactions(grace, true)).hasSize(1);
        assertThat(transactions(ada, false)).hasSize(1);
    }

    @Test
    void saysHowLongATransactionMayLast() throws IOException {
        BsonDocument question = BsonDocument.parse("{getParameter: 1, transactionLifetimeLimitSeconds: 1}");
        assertThat(ada.run("admin", question).getInt32("transactionLifetimeLimitSeconds").getValue()).isEqualTo(60);
        ada.run("admin", BsonDocument.parse("{setParameter: 1, transactionLifetimeLimitSeconds: 7}"));
        assertThat(ada.run("admin", question).getInt32("transactionLifetimeLimitSeconds").getValue()).isEqualTo(7);
        assertThat(ok(ada.run("admin", BsonDocument.parse("{getParameter: 1, other: 1}")))).isZero();
    }

    private static void kill(RawConnection user, BsonArray sessions) throws IOException {
        assertThat(ok(user.run("admin", new BsonDocument("killSessions", sessions)))).isOne();
    }

    private static BsonArray transactions(RawConnection user, boolean all) throws IOException {
        return user.run("admin", BsonDocument.parse("{aggregate: 1, cursor: {}, pipeline: [{$currentOp: {allUsers: " + all
                + ", idleSessions: true}}, {$match: {transaction: {$exists: true}}}]}")).getDocument("cursor")
                .getArray("firstBatch");
    }

    private static BsonDocument step(String transaction) {
        return BsonDocument.parse("{transaction: '" + transaction + "'}");
    }

    private static int ok(BsonDocument answer) {
        return answer.getNumber("ok").intValue();
    }
}
