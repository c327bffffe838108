package io.quarkiverse.flamingock.test.servers.mongodb;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonString;
import org.junit.jupiter.api.Test;

/**
 * A query that takes long, as far as the stand-in knows it. What a real server answers is known, but was not recorded.
 */
class SleepTest {

    private static final BsonDocument BEGIN = new BsonDocument("transaction", new BsonString("begin"));

    @Test
    void isEndedWithItsSession() throws Exception {
        try (MongoStandIn server = MongoStandIn.start(); RawConnection other = new RawConnection(server.uri())) {
            other.run("shop", new BsonDocument("create", new BsonString("products")));
            RawSession session = new RawSession(server.uri());
            CompletableFuture<BsonDocument> answer = CompletableFuture.supplyAsync(() -> {
                try {
                    return session.run(BEGIN, "shop", find("sleep(600000) || true"));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
            BsonDocument kill = new BsonDocument("killSessions", new BsonArray(List.of(session.id())));
            while (!answer.isDone()) {
                assertThat(other.run("admin", kill).getNumber("ok").intValue()).isEqualTo(1);
                TimeUnit.MILLISECONDS.sleep(20);
            }
            assertThat(answer.get().getNumber("code").intValue()).isEqualTo(11601);
        }
    }

    @Test
    void isAllTheJavaScriptThereIs() throws Exception {
        try (MongoStandIn server = MongoStandIn.start(); RawConnection connection = new RawConnection(server.uri())) {
            assertThat(connection.run("shop", find("sleep(1) || true")).getNumber("ok").intValue()).isEqualTo(1);
            assertThat(connection.run("shop", find("this.n > 1")).getString("errmsg").getValue())
                    .startsWith("The stand-in for MongoDB does not know JavaScript but ").endsWith(": this.n > 1");
        }
    }

    private static BsonDocument find(String where) {
        return new BsonDocument("find", new BsonString("products"))
                .append("filter", new BsonDocument("$where", new BsonString(where))).append("limit", new BsonInt32(1));
    }
}
