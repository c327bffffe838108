package io.quarkiverse.flamingock.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;

import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.flamingock.Apply;
import io.quarkiverse.flamingock.Change;
import io.quarkiverse.flamingock.TargetSystem;
import io.quarkiverse.flamingock.error.TargetSystemUnavailableException;
import io.quarkus.test.QuarkusUnitTest;

/**
 * A change for a datasource that is not active fails the start with what to set, before anything is applied.
 */
class InactiveDatasourceTest {

    static final String URL = Databases.h2("inactive_datasource");

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest()
            .overrideConfigKey("quarkus.devservices.enabled", "false")
            .withApplicationRoot(jar -> jar.addClasses(_1__Create.class, _2__CreateToo.class))
            .overrideConfigKey("quarkus.datasource.db-kind", "h2")
            .overrideRuntimeConfigKey("quarkus.datasource.jdbc.url", URL)
            .overrideRuntimeConfigKey("quarkus.datasource.username", "sa")
            .overrideRuntimeConfigKey("quarkus.datasource.password", "sa")
            .overrideConfigKey("quarkus.datasource.users.db-kind", "h2")
            .overrideRuntimeConfigKey("quarkus.datasource.users.active", "false")
            .overrideConfigKey("quarkus.flamingock.audit-store.datasource", "<default>")
            .assertException(error -> {
                assertThat(error).isInstanceOf(TargetSystemUnavailableException.class)
                        .hasMessageStartingWith(
                                "Changes are pending whose target system is not active at this start: create-too."
                                        + " Target system users can't be used: Datasource 'users' was deactivated")
                        .hasMessageContaining("set configuration property 'quarkus.datasource.\"users\".active' to 'true'")
                        .hasMessageEndingWith(" Or let them wait for a start at which it is active:"
                                + " quarkus.flamingock.on-inactive=skip. Nothing was applied.");
                assertThat(Databases.query(URL, "SELECT table_name FROM information_schema.tables"
                        + " WHERE table_schema = 'PUBLIC'")).isEmpty();
            });

    @TargetSystem("default")
    @Change(id = "create", author = "team")
    public static class _1__Create {
        @Apply
        void apply(Connection connection) {
            throw new AssertionError("must not run");
        }
    }

    @TargetSystem("users")
    @Change(id = "create-too", author = "team")
    public static class _2__CreateToo {
        @Apply
        void apply(Connection connection) {
            throw new AssertionError("must not run");
        }
    }

    @Test
    void theStartFails() {
        Assertions.fail("the application must not start");
    }
}
