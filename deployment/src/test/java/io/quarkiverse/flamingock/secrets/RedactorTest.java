package io.quarkiverse.flamingock.secrets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.sql.Connection;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.flamingock.Apply;
import io.quarkiverse.flamingock.Change;
import io.quarkiverse.flamingock.Flamingock;
import io.quarkiverse.flamingock.error.ChangeFailedException;
import io.quarkiverse.flamingock.result.AuditEvent;
import io.quarkiverse.flamingock.result.ChangeState;
import io.quarkiverse.flamingock.result.HistoryQuery;
import io.quarkiverse.flamingock.spi.Redactor;
import io.quarkiverse.flamingock.test.servers.Told;
import io.quarkus.test.QuarkusUnitTest;

/**
 * What an application knows to be secret, it takes out itself. A redactor that fails never costs the error.
 */
class RedactorTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest()
            .withApplicationRoot(jar -> jar.addClasses(_1__Fail.class, Customers.class, Marks.class, Text.class))
            .overrideConfigKey("quarkus.devservices.enabled", "false")
            .overrideConfigKey("quarkus.datasource.db-kind", "h2")
            .overrideRuntimeConfigKey("quarkus.datasource.jdbc.url", "jdbc:h2:mem:redactor;DB_CLOSE_DELAY=-1")
            .overrideRuntimeConfigKey("quarkus.flamingock.apply-at-start", "false");

    /** The message of the change's error, and whether a redactor fails. */
    static final class Text {
        static String message;
        static boolean broken;
    }

    // tag::redactor[]
    @Singleton
    @Priority(10)
    public static class Customers implements Redactor {
        @Override
        public String redact(String text) {
            return text.replaceAll("C-\\d{5}", "C-*");
        }
    }
    // end::redactor[]

    /** Comes after the other one. */
    @Singleton
    public static class Marks implements Redactor {
        @Override
        public String redact(String text) {
            if (Text.broken) {
                throw new IllegalArgumentException("can't read " + text);
            }
            return text.replace("C-*", "a customer");
        }
    }

    @Change(id = "fail", author = "team")
    public static class _1__Fail {
        @Apply
        void apply(Connection connection) {
            throw new IllegalStateException(Text.message);
        }
    }

    @Inject
    Flamingock flamingock;

    private String everything() {
        try (Told told = Told.begin()) {
            Throwable thrown = catchThrowable(flamingock::apply);
            assertThat(thrown).isInstanceOf(ChangeFailedException.class);
            AuditEvent failed = flamingock.history(HistoryQuery.newest(2)).stream()
                    .filter(event -> event.state() == ChangeState.EXECUTION_FAILED).findFirst().orElseThrow();
            return Told.of(thrown) + failed.error() + told.text();
        }
    }

    @Test
    void theApplicationTakesOutItsOwn() {
        Text.broken = false;
        Text.message = "no account for C-12345, password=hunter2";

        assertThat(everything()).contains("no account for a customer, password=***").doesNotContain("C-1", "hunter2");
    }

    @Test
    void aRedactorThatFailsDoesNotLoseTheError() {
        Text.broken = true;
        Text.message = "no account for C-12345, password=hunter2";

        assertThat(everything())
                .contains("Change 'fail' is in state ROLLED_BACK on target system 'default'",
                        "Error: java.lang.IllegalStateException: (text withheld: redactor " + Marks.class.getName()
                                + " threw java.lang.IllegalArgumentException)\n    \tat " + _1__Fail.class.getName()
                                + ".apply")
                .doesNotContain("no account", "C-1", "hunter2");
    }
}
