package io.quarkiverse.flamingock.outside;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.flamingock.Apply;
import io.quarkiverse.flamingock.Change;
import io.quarkiverse.flamingock.TargetSystem;
import io.quarkus.test.QuarkusUnitTest;

/**
 * An extension that tells of a kind and forgets the beans that open it.
 */
class UnopenedKindTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest()
            .withApplicationRoot(jar -> jar.addClasses(_1__Fine.class))
            .addBuildChainCustomizer(Library.buildStep())
            .overrideConfigKey("quarkus.devservices.enabled", "false")
            .overrideConfigKey("quarkus.datasource.jdbc", "false")
            .overrideConfigKey("quarkus.flamingock.audit-store.kind", "library")
            .overrideConfigKey("quarkus.flamingock.audit-store.name", "central")
            .assertException(thrown -> assertThat(thrown).hasStackTraceContaining(
                    """
                            The changes of this application have 2 problems:
                              1. kind 'library' of target systems: nothing can open them. The extension that brings the kind has to add \
                            a bean of type io.quarkiverse.flamingock.spi.ChangeTargetKind with @Identifier("library").
                              2. kind 'library' of audit stores: nothing can open them. The extension that brings the kind has to add \
                            a bean of type io.quarkiverse.flamingock.spi.AuditStoreKind with @Identifier("library").
                            """));

    @TargetSystem("branch")
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
