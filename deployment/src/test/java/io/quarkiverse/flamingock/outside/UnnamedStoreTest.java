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
import io.quarkus.test.QuarkusUnitTest;
import io.smallrye.common.annotation.Identifier;

/**
 * With several audit stores one must be named; a kind that nobody brings, and two beans of one identifier, are errors.
 */
class UnnamedStoreTest {

    private static final String HERE = "io.quarkiverse.flamingock.outside.UnnamedStoreTest$";

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest()
            .withApplicationRoot(jar -> jar.addClasses(Ledger.class, Shelf.class, Shelf.Books.class, Library.class,
                    Producers.class, _1__Ambiguous.class, _2__Unknown.class, _3__Parameter.class))
            .addBuildChainCustomizer(Library.buildStep())
            .overrideConfigKey("quarkus.devservices.enabled", "false")
            .overrideConfigKey("quarkus.datasource.branch.db-kind", "h2")
            .overrideConfigKey("quarkus.datasource.jdbc", "false")
            .overrideConfigKey("quarkus.flamingock.target-systems.a.kind", "libary")
            .overrideConfigKey("quarkus.flamingock.target-systems.b.kind", "library")
            .overrideConfigKey("quarkus.flamingock.target-systems.c.kind", "library")
            .overrideConfigKey("quarkus.flamingock.target-systems.c.name", "centre")
            .overrideConfigKey("quarkus.flamingock.target-systems.d.datasource", "branch")
            .overrideConfigKey("quarkus.flamingock.target-systems.d.kind", "library")
            .overrideConfigKey("quarkus.flamingock.target-systems.d.name", "branch")
            .overrideConfigKey("quarkus.flamingock.target-systems.e.name", "branch")
            .overrideConfigKey("quarkus.flamingock.target-systems.f.kind", "non-transactional")
            .overrideConfigKey("quarkus.flamingock.target-systems.f.name", "branch")
            .assertException(thrown -> assertThat(message(thrown)).isEqualTo(
                    """
                            The changes of this application have 12 problems:
                              1. %1$s_1__Ambiguous: @TargetSystem("branch") may mean the datasource branch or the library branch. Say \
                            which: set quarkus.flamingock.target-systems."branch".datasource or .kind and .name.
                              2. %1$s_2__Unknown: @TargetSystem("nowhere") names no target system. Correct it: known are a, b, branch, c, \
                            central, d, e, f. Or define it with quarkus.flamingock.target-systems."nowhere".datasource=… or .kind=library \
                            and .name=… or .kind=non-transactional, or as a bean of type io.quarkiverse.flamingock.spi.ChangeTarget with \
                            @Identifier("nowhere").
                              3. %1$s_3__Parameter#apply, parameter 1 'ledger' of type io.quarkiverse.flamingock.outside.Ledger: nothing \
                            supplies it. Target system 'central' supplies an unqualified io.quarkiverse.flamingock.outside.Shelf$Books. \
                            Make it a CDI bean: annotate its class @ApplicationScoped, or write a @Produces method.
                              4. quarkus.flamingock.target-systems."a".kind: there is no kind of target systems 'libary'. Correct it: \
                            known are jdbc, library, non-transactional.
                              5. quarkus.flamingock.target-systems."b".name: it is not set, and a target system of kind library needs it. \
                            Name one that is configured: branch, central.
                              6. quarkus.flamingock.target-systems."c".name: there is no 'centre' of kind library. Name one that is \
                            configured: branch, central.
                              7. quarkus.flamingock.target-systems."d": both datasource and kind are set. Remove one of the two.
                              8. quarkus.flamingock.target-systems."e": neither datasource nor kind is set. Set .datasource to the name \
                            of a datasource, or .kind=library and .name, or .kind=non-transactional.
                              9. quarkus.flamingock.target-systems."e".name: it is set, and .kind is not. Set .kind to what has that \
                            name, or remove .name.
                              10. quarkus.flamingock.target-systems."f".name: a target system of kind non-transactional has no name. \
                            Remove it.
                              11. %1$sProducers#one, %1$sProducers#two: 2 beans are audit stores with @Identifier("ledger"). Leave one, \
                            or give them different ids.
                              12. quarkus.flamingock.audit-store: it is not set, and the application has 4 data stores. Name the one to \
                            record executions in: branch, library central (with .kind and .name), library closed (with .kind and .name), \
                            AuditStore bean ledger (with .identifier)."""
                            .formatted(HERE)));

    @Singleton
    static class Producers {

        @Produces
        @Identifier("ledger")
        AuditStore one() {
            return new Ledger("one");
        }

        @Produces
        @Identifier("ledger")
        AuditStore two() {
            return new Ledger("two");
        }
    }

    @TargetSystem("branch")
    @Change(id = "ambiguous", author = "team")
    static class _1__Ambiguous {
        @Apply
        void apply() {
            // where?
        }
    }

    @TargetSystem("nowhere")
    @Change(id = "unknown", author = "team")
    static class _2__Unknown {
        @Apply
        void apply() {
            // where?
        }
    }

    @TargetSystem("central")
    @Change(id = "parameter", author = "team")
    static class _3__Parameter {
        @Apply
        void apply(Ledger ledger) {
            // it supplies books
        }
    }

    private static String message(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause.getClass().getSimpleName().equals("InvalidChangesException")) {
                return cause.getMessage();
            }
        }
        throw new AssertionError("No report of problems", thrown);
    }

    @Test
    void buildFails() {
        // see APPLICATION
    }
}
