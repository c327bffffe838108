package io.quarkiverse.flamingock.mongodb.only;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import com.mongodb.client.ClientSession;
import com.mongodb.client.MongoDatabase;

import io.quarkiverse.flamingock.Apply;
import io.quarkiverse.flamingock.Change;
import io.quarkiverse.flamingock.Rollback;
import io.quarkiverse.flamingock.TargetSystem;
import io.quarkus.test.QuarkusUnitTest;

/**
 * What fails the build.
 */
class MistakesTest {

    private static final String HERE = "io.quarkiverse.flamingock.mongodb.only.MistakesTest$";

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = Mongo.without(_1__WrongTarget.class, _2__Unknown.class)
            .overrideConfigKey("quarkus.mongodb.database", "x")
            .overrideConfigKey("quarkus.flamingock.audit-store.mongodb-client", "audti")
            .overrideConfigKey("quarkus.flamingock.target-systems.events.kind", "non-transactional")
            .overrideConfigKey("quarkus.flamingock.target-systems.people.mongodb-client", "usres")
            .assertException(error -> assertThat(report(error)).contains("The changes of this application have 4 problems:",
                    HERE + "_1__WrongTarget#apply, parameter 1 'database' of type com.mongodb.client.MongoDatabase: nothing"
                            + " supplies it. Target system 'events' is no MongoDB client; name a target system that is one.",
                    HERE + "_2__Unknown#apply, parameter 2 'thread' of type java.lang.Thread: nothing supplies it. Target system"
                            + " 'default' supplies an unqualified com.mongodb.client.MongoClient, MongoDatabase or"
                            + " ClientSession.",
                    "quarkus.flamingock.target-systems.\"people\".mongodb-client: there is no MongoDB client 'usres'. Name one"
                            + " that is configured: <default>.",
                    "quarkus.flamingock.audit-store.mongodb-client: there is no MongoDB client 'audti'. Name one that is"
                            + " configured: <default>."));

    @TargetSystem("events")
    @Change(id = "1", author = "team")
    public static class _1__WrongTarget {
        @Apply
        void apply(MongoDatabase database) {
            // no database here
        }

        @Rollback
        void rollback() {
            // fine
        }
    }

    @TargetSystem("default")
    @Change(id = "2", author = "team")
    public static class _2__Unknown {
        @Apply
        void apply(ClientSession session, Thread thread) {
            // no thread here
        }
    }

    @Test
    void theBuildFails() {
        Assertions.fail("the application must not be built");
    }

    private static String report(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause.getClass().getSimpleName().equals("InvalidChangesException")) {
                return cause.getMessage();
            }
        }
        throw new AssertionError("No report of problems", thrown);
    }
}
