package io.quarkiverse.flamingock.mongodb.only;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.List;

import jakarta.inject.Inject;

import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;

import io.quarkiverse.flamingock.Apply;
import io.quarkiverse.flamingock.Change;
import io.quarkiverse.flamingock.Flamingock;
import io.quarkiverse.flamingock.Recovery;
import io.quarkiverse.flamingock.RecoveryStrategy;
import io.quarkiverse.flamingock.error.ChangeFailedException;
import io.quarkiverse.flamingock.result.HistoryQuery;
import io.quarkiverse.flamingock.test.servers.Told;
import io.quarkus.test.QuarkusUnitTest;

/**
 * What MongoDB and its driver say of a failure tells no secret: not in the audit, not in the log, not in what is thrown.
 */
class SecretsTest {

    static final String DATABASE = "only_secrets";
    static final String SECRET = "hunter2";

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = Mongo
            .application(DATABASE, _1__Accounts.class, _2__Leak.class, Mistake.class, Told.class)
            .overrideRuntimeConfigKey("quarkus.flamingock.apply-at-start", "false");

    /** What goes wrong. */
    interface Mistake {
        void make(MongoDatabase database);
    }

    private static Mistake mistake;

    @Change(id = "accounts", author = "team", transactional = false)
    public static class _1__Accounts {
        @Apply
        void apply(MongoDatabase database) {
            database.getCollection("account").createIndex(Indexes.ascending("token"), new IndexOptions().unique(true));
            database.getCollection("account").insertOne(new Document("token", SECRET));
        }
    }

    @Change(id = "leak", author = "team")
    @Recovery(strategy = RecoveryStrategy.ALWAYS_RETRY)
    public static class _2__Leak {
        @Apply
        void apply(MongoDatabase database) {
            mistake.make(database);
        }
    }

    @Inject
    Flamingock flamingock;

    @Test
    void aDuplicateOfASecret() {
        check(database -> database.getCollection("account").insertOne(new Document("token", SECRET)));
        check(database -> database.getCollection("account")
                .insertMany(List.of(new Document("token", "a"), new Document("token", SECRET))));
    }

    @Test
    void aCommandThatIsRefused() {
        Document command = new Document("createNothing", "bob").append("pwd", SECRET).append("roles", List.of());
        check(database -> database.runCommand(command));
        check(database -> {
            throw new IllegalStateException("refused: " + command.toJson());
        });
        check(database -> {
            throw new IllegalStateException("refused: " + command);
        });
    }

    @Test
    void anAddress() {
        check(database -> MongoClients.create("mongodb://bob:" + SECRET + "@host:nothing/"));
        check(database -> MongoClients.create("mongodb://bob:my/" + SECRET + "@host/"));
        check(database -> MongoClients.create("mongodb+srv://bob:" + SECRET + "@nowhere.invalid/"));
        check(database -> {
            throw new IllegalStateException("not reachable: mongodb://bob:" + SECRET + "@h1:27017,h2:27017/orders?tls=true");
        });
    }

    private void check(Mistake made) {
        mistake = made;
        Throwable thrown;
        try (Told told = Told.begin()) {
            thrown = catchThrowable(flamingock::apply);
            assertThat(told.text()).contains("leak").doesNotContain(SECRET);
        }
        assertThat(thrown).isInstanceOf(ChangeFailedException.class).hasMessageContaining("Change 'leak' is in state");
        assertThat(Told.of(thrown)).doesNotContain(SECRET);
        assertThat(flamingock.history(HistoryQuery.newest(5))).asString().contains("leak").doesNotContain(SECRET);
        for (String collection : List.of("flamingock_audit", "flamingock_state")) {
            assertThat(Mongo.all(DATABASE, collection)).isNotEmpty().asString().doesNotContain(SECRET);
        }
    }
}
