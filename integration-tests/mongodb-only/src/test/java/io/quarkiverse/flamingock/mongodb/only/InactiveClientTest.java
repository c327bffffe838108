package io.quarkiverse.flamingock.mongodb.only;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import com.mongodb.client.MongoDatabase;

import io.quarkiverse.flamingock.Apply;
import io.quarkiverse.flamingock.Change;
import io.quarkiverse.flamingock.error.AuditStoreUnavailableException;
import io.quarkus.test.QuarkusUnitTest;

/**
 * A client that is switched off says which property switches it on.
 */
class InactiveClientTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = Mongo.application("only_inactive", _1__Change.class)
            .overrideRuntimeConfigKey("quarkus.mongodb.active", "false")
            .assertException(error -> assertThat(error).isInstanceOf(AuditStoreUnavailableException.class)
                    .hasMessageStartingWith("The audit store can't be used: Mongo Client '<default>' was deactivated")
                    .hasMessageContaining("'quarkus.mongodb.active' to 'true'"));

    @Change(id = "change", author = "team")
    public static class _1__Change {
        @Apply
        void apply(MongoDatabase database) {
            // never called
        }
    }

    @Test
    void theStartFails() {
        Assertions.fail("the application must not start");
    }
}
