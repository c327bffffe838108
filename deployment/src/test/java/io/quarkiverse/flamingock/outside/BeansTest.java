package io.quarkiverse.flamingock.outside;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.flamingock.Apply;
import io.quarkiverse.flamingock.Change;
import io.quarkiverse.flamingock.Flamingock;
import io.quarkiverse.flamingock.TargetSystem;
import io.quarkiverse.flamingock.result.AuditEvent;
import io.quarkiverse.flamingock.result.ChangeState;
import io.quarkiverse.flamingock.result.HistoryQuery;
import io.quarkiverse.flamingock.runtime.pipeline.PipelineSource;
import io.quarkiverse.flamingock.runtime.pipeline.StoreDescriptor;
import io.quarkiverse.flamingock.spi.AuditStore;
import io.quarkus.test.QuarkusUnitTest;
import io.smallrye.common.annotation.Identifier;

/**
 * An application whose audit store and target system are beans of its own. It has no other data store, so none is named.
 */
class BeansTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest()
            .overrideRuntimeConfigKey("quarkus.flamingock.service", "default")
            .withApplicationRoot(jar -> jar.addClasses(Ledger.class, Shelf.class, Shelf.Books.class, AppLedger.class,
                    Producer.class, _1__AddBook.class, _2__AddAnother.class))
            .overrideConfigKey("quarkus.devservices.enabled", "false")
            .overrideConfigKey("quarkus.datasource.jdbc", "false");

    @ApplicationScoped
    @Identifier("ledger")
    public static class AppLedger extends Ledger {
        public AppLedger() {
            super("of the application");
        }
    }

    @Singleton
    public static class Producer {
        @Produces
        @Singleton
        @Identifier("shelf")
        Shelf shelf = new Shelf("shelf");
    }

    @TargetSystem("shelf")
    @Change(id = "add-book", author = "team")
    public static class _1__AddBook {
        @Apply
        void apply(Shelf.Books books) {
            books.titles().add("Emma");
        }
    }

    @TargetSystem("shelf")
    @Change(id = "add-another", author = "team")
    public static class _2__AddAnother {
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
    @Identifier("shelf")
    Shelf shelf;

    @Inject
    @Identifier("ledger")
    AuditStore ledger;

    @Test
    void changesAreAppliedOnceAndRecorded() {
        assertThat(pipeline.auditStore()).isEqualTo(new StoreDescriptor(StoreDescriptor.Kind.BEAN, "ledger"));
        assertThat(shelf.titles()).containsExactly("Emma", "Persuasion");
        assertThat(flamingock.apply().applied()).isEmpty();
        assertThat(flamingock.plan().pending()).isEmpty();
        assertThat(ledger.history("default", HistoryQuery.newest(10))).extracting(AuditEvent::state).containsExactly(
                ChangeState.EXECUTED, ChangeState.STARTED, ChangeState.EXECUTED, ChangeState.STARTED);
        assertThat(flamingock.verify().intact()).isTrue();
        assertThat(shelf.titles()).containsExactly("Emma", "Persuasion");
    }
}
