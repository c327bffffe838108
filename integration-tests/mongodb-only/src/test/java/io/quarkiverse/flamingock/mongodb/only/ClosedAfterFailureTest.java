package io.quarkiverse.flamingock.mongodb.only;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import com.mongodb.client.MongoDatabase;

import io.quarkiverse.flamingock.Apply;
import io.quarkiverse.flamingock.Change;
import io.quarkiverse.flamingock.TargetSystem;
import io.quarkiverse.flamingock.error.ChangeFailedException;
import io.quarkus.test.QuarkusUnitTest;

/**
 * A start that fails closes its clients, too.
 */
class ClosedAfterFailureTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = Mongo.without(_1__Change.class, CountedMongo.class)
            .overrideConfigKey("quarkus.mongodb.users.connection-string", CountedMongo.uri("users_of_failure"))
            .overrideConfigKey("quarkus.mongodb.audit.connection-string", CountedMongo.uri("audit_of_failure"))
            .overrideConfigKey("quarkus.flamingock.audit-store.mongodb-client", "audit")
            .assertException(error -> {
                assertThat(error).isInstanceOf(ChangeFailedException.class);
                try {
                    assertThat(CountedMongo.isLeftAlone()).as("no connection is left").isTrue();
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
            });

    @TargetSystem("users")
    @Change(id = "change", author = "team")
    public static class _1__Change {
        @Apply
        void apply(MongoDatabase database) {
            throw new IllegalStateException("wrong");
        }
    }

    @Test
    void theStartFails() {
        Assertions.fail("the application must not start");
    }
}
