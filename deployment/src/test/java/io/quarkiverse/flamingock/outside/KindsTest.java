package io.quarkiverse.flamingock.outside;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.flamingock.Apply;
import io.quarkiverse.flamingock.Change;
import io.quarkiverse.flamingock.Flamingock;
import io.quarkiverse.flamingock.TargetSystem;
import io.quarkiverse.flamingock.result.HistoryQuery;
import io.quarkiverse.flamingock.runtime.pipeline.PipelineSource;
import io.quarkiverse.flamingock.runtime.pipeline.StoreDescriptor;
import io.quarkiverse.flamingock.runtime.pipeline.TargetDescriptor;
import io.quarkus.test.QuarkusUnitTest;
import io.smallrye.common.annotation.Identifier;

/**
 * An audit store and target systems of a kind that another extension brings, beside a datasource: one target system by its
 * name alone, one by the configuration.
 */
class KindsTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest()
            .overrideRuntimeConfigKey("quarkus.flamingock.service", "default")
            .withApplicationRoot(jar -> jar.addClasses(Ledger.class, Shelf.class, Shelf.Books.class, Library.class,
                    _1__ByName.class, _2__Configured.class))
            .addBuildChainCustomizer(Library.buildStep())
            .overrideConfigKey("quarkus.devservices.enabled", "false")
            .overrideConfigKey("quarkus.datasource.db-kind", "h2")
            .overrideConfigKey("quarkus.flamingock.audit-store.kind", "library")
            .overrideConfigKey("quarkus.flamingock.audit-store.name", "central")
            .overrideConfigKey("quarkus.flamingock.target-systems.novels.kind", "library")
            .overrideConfigKey("quarkus.flamingock.target-systems.novels.name", "branch");

    @TargetSystem("central")
    @Change(id = "by-name", author = "team")
    public static class _1__ByName {
        @Apply
        void apply(Shelf.Books books) {
            books.titles().add("Emma");
        }
    }

    @TargetSystem("novels")
    @Change(id = "configured", author = "team")
    public static class _2__Configured {
        @Apply
        void apply(Shelf.Books books) {
            books.titles().add("Persuasion");
        }
    }

    @Inject
    Flamingock flamingock;

    @Inject
    PipelineSource pipeline;

    @Inject
    @Identifier("library")
    Library library;

    @Test
    void changesAreAppliedOnceAndRecorded() {
        assertThat(pipeline.auditStore()).isEqualTo(new StoreDescriptor("library", "central"));
        assertThat(pipeline.load().targets()).contains(new TargetDescriptor("central", "library", "central"),
                new TargetDescriptor("novels", "library", "branch"));
        assertThat(library.shelf("central").titles()).containsExactly("Emma");
        assertThat(library.shelf("branch").titles()).containsExactly("Persuasion");
        assertThat(flamingock.apply().applied()).isEmpty();
        assertThat(library.open("central").history("default", HistoryQuery.newest(10))).hasSize(4);
        assertThat(library.open("central").describe()).isEqualTo("ledger central");
    }
}
