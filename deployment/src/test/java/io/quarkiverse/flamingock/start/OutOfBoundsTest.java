package io.quarkiverse.flamingock.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;

import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.flamingock.Apply;
import io.quarkiverse.flamingock.Change;
import io.quarkiverse.flamingock.error.FlamingockException;
import io.quarkus.test.QuarkusUnitTest;

/**
 * A value that nobody can mean stops the start before anything is looked at.
 */
class OutOfBoundsTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest()
            .overrideConfigKey("quarkus.devservices.enabled", "false")
            .withApplicationRoot(jar -> jar.addClasses(_1__Create.class))
            .overrideConfigKey("quarkus.datasource.db-kind", "h2")
            .overrideRuntimeConfigKey("quarkus.datasource.jdbc.url", "jdbc:h2:mem:out_of_bounds")
            .overrideRuntimeConfigKey("quarkus.flamingock.transaction-timeout", "0")
            .assertException(error -> assertThat(error).isInstanceOf(FlamingockException.class)
                    .hasMessage(
                            "quarkus.flamingock.transaction-timeout is PT0S but must be at least 1 s; there is no value that"
                                    + " means none, and 24 h are more than most need"));

    @Change(id = "create", author = "team")
    public static class _1__Create {
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
