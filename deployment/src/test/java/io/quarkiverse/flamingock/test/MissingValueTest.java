package io.quarkiverse.flamingock.test;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.flamingock.Apply;
import io.quarkiverse.flamingock.Change;
import io.quarkiverse.flamingock.Rollback;
import io.quarkus.test.QuarkusUnitTest;

/** A value that a change needs and nobody has configured fails the start, not the change. */
class MissingValueTest {

    @RegisterExtension
    static final QuarkusUnitTest APP = Apps.withDatabase()
            .overrideConfigKey("shop.unreadable", "not a number")
            .assertException(thrown -> assertThat(thrown).rootCause().hasStackTraceContaining("shop.missing")
                    .hasStackTraceContaining("shop.gone").hasStackTraceContaining("shop.unreadable"));

    @Change(id = "1", author = "team")
    static class _1__NeedsValues {
        @Apply
        void apply(@ConfigProperty(name = "shop.missing") String missing,
                @ConfigProperty(name = "shop.unreadable") int unreadable,
                @ConfigProperty(name = "shop.timeout", defaultValue = "5s") Duration timeout) {
            // never called
        }

        @Rollback
        void rollback(@ConfigProperty(name = "shop.gone") long gone) {
            // never called
        }
    }

    @Test
    void startFails() {
        // see APP
    }
}
