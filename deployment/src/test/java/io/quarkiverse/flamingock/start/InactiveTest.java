package io.quarkiverse.flamingock.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.flamingock.Apply;
import io.quarkiverse.flamingock.Change;
import io.quarkus.test.QuarkusUnitTest;

/**
 * {@code quarkus.flamingock.active=false} leaves everything alone.
 */
class InactiveTest {

    static final String URL = Databases.h2("inactive");

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest()
            .overrideConfigKey("quarkus.devservices.enabled", "false")
            .withApplicationRoot(jar -> jar.addClasses(_1__Create.class, Databases.class))
            .overrideConfigKey("quarkus.datasource.db-kind", "h2")
            .overrideRuntimeConfigKey("quarkus.datasource.jdbc.url", URL)
            .overrideRuntimeConfigKey("quarkus.datasource.username", "sa")
            .overrideRuntimeConfigKey("quarkus.datasource.password", "sa")
            .overrideRuntimeConfigKey("quarkus.flamingock.active", "false");

    @Change(id = "create", author = "team")
    public static class _1__Create {
        @Apply
        void apply(Connection connection) {
            throw new AssertionError("must not run");
        }
    }

    @Test
    void noTableIsCreated() {
        assertThat(Databases.query(URL, "SELECT table_name FROM information_schema.tables WHERE table_schema = 'PUBLIC'"))
                .isEmpty();
    }
}
