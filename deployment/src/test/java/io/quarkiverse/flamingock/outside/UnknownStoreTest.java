package io.quarkiverse.flamingock.outside;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.flamingock.Apply;
import io.quarkiverse.flamingock.Change;
import io.quarkiverse.flamingock.TargetSystem;
import io.quarkiverse.flamingock.spi.AuditStore;
import io.quarkus.arc.profile.IfBuildProfile;
import io.quarkus.test.QuarkusUnitTest;
import io.smallrye.common.annotation.Identifier;

/**
 * An identifier that no bean has; one of another build profile is none of this build.
 */
class UnknownStoreTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest()
            .withApplicationRoot(jar -> jar.addClasses(Ledger.class, Producers.class, _1__Fine.class))
            .overrideConfigKey("quarkus.devservices.enabled", "false")
            .overrideConfigKey("quarkus.datasource.db-kind", "h2")
            .overrideConfigKey("quarkus.flamingock.audit-store.identifier", "leger")
            .assertException(thrown -> assertThat(thrown).hasStackTraceContaining(
                    """
                            The changes of this application have 1 problem:
                              1. quarkus.flamingock.audit-store.identifier: no bean is an AuditStore with @Identifier("leger"). Name one \
                            that there is: ledger.
                            """));

    @Singleton
    static class Producers {

        @Produces
        @Identifier("ledger")
        AuditStore ledger() {
            return new Ledger("one");
        }

        @Produces
        @IfBuildProfile("other")
        @Identifier("leger")
        AuditStore ofAnotherProfile() {
            return new Ledger("two");
        }
    }

    @TargetSystem("default")
    @Change(id = "fine", author = "team")
    static class _1__Fine {
        @Apply
        void apply() {
            // fine
        }
    }

    @Test
    void buildFails() {
        // see APPLICATION
    }
}
