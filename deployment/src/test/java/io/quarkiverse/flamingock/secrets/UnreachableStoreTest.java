package io.quarkiverse.flamingock.secrets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.sql.Connection;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.flamingock.Apply;
import io.quarkiverse.flamingock.Change;
import io.quarkiverse.flamingock.Flamingock;
import io.quarkiverse.flamingock.error.AuditStoreUnavailableException;
import io.quarkiverse.flamingock.error.FlamingockException;
import io.quarkiverse.flamingock.result.HistoryQuery;
import io.quarkiverse.flamingock.result.Resolution;
import io.quarkiverse.flamingock.test.servers.Told;
import io.quarkus.test.QuarkusUnitTest;

/**
 * An audit store that can't be reached, at an address that holds a password: every operation says so, and none tells it.
 */
class UnreachableStoreTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest()
            .withApplicationRoot(jar -> jar.addClasses(_1__Any.class))
            .overrideConfigKey("quarkus.devservices.enabled", "false")
            .overrideConfigKey("quarkus.datasource.db-kind", "h2")
            .overrideRuntimeConfigKey("quarkus.datasource.jdbc.url",
                    "jdbc:h2:tcp://bob:hunter2@nowhere.invalid/x;PASSWORD=hunter2")
            .overrideRuntimeConfigKey("quarkus.flamingock.apply-at-start", "false")
            .overrideRuntimeConfigKey("quarkus.flamingock.fail-on-audit-unavailable", "false");

    @Change(id = "any", author = "team")
    public static class _1__Any {
        @Apply
        void apply(Connection connection) {
            throw new AssertionError("must not run");
        }
    }

    @Inject
    Flamingock flamingock;

    @Test
    void noOperationTellsIt() {
        try (Told told = Told.begin()) {
            assertThat(flamingock.apply().blocked()).containsExactly("any");
            assertThat(told.text()).contains("No change was looked at or applied", "could not read its head")
                    .doesNotContain("hunter2");
        }
        check(catchThrowable(flamingock::plan));
        check(catchThrowable(flamingock::issues));
        check(catchThrowable(flamingock::verify));
        check(catchThrowable(flamingock::rebuild));
        check(catchThrowable(() -> flamingock.history(HistoryQuery.newest(1))));
        check(catchThrowable(() -> flamingock.fix("any", Resolution.EXECUTED, "because")));
    }

    private static void check(Throwable thrown) {
        assertThat(thrown).isInstanceOf(FlamingockException.class).isInstanceOf(AuditStoreUnavailableException.class)
                .hasMessageContaining("could not");
        assertThat(Told.of(thrown)).contains("Caused by: ").doesNotContain("hunter2");
    }
}
