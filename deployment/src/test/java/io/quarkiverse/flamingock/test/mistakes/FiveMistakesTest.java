package io.quarkiverse.flamingock.test.mistakes;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.flamingock.Apply;
import io.quarkiverse.flamingock.Change;
import io.quarkiverse.flamingock.Rollback;
import io.quarkiverse.flamingock.TargetSystem;
import io.quarkus.test.QuarkusUnitTest;

/** Mistakes of five kinds are reported at once; a missing rollback method is one of them if it is required. */
class FiveMistakesTest {

    private static final String HERE = "io.quarkiverse.flamingock.test.mistakes.FiveMistakesTest$";

    @RegisterExtension
    static final QuarkusUnitTest APP = Builds.withDatabase(
            HERE + "_1__One: no method is annotated @Rollback, which quarkus.flamingock.require-rollback=true asks of every"
                    + " change. Add a method that takes back what @Apply does.",
            HERE + "_1__One: @TargetSystem(\"shop\") names no target system. Correct it: known are default. Or define it with"
                    + " quarkus.flamingock.target-systems.\"shop\".datasource=… or .kind=non-transactional, or as a"
                    + " bean of type io.quarkiverse.flamingock.spi.ChangeTarget with @Identifier(\"shop\").",
            HERE + "_2__Two#apply, parameter 1 'missing' of type java.lang.Runnable: nothing supplies it. Target system"
                    + " 'default' supplies an unqualified java.sql.Connection or javax.sql.DataSource. Make it a CDI bean:"
                    + " annotate its class @ApplicationScoped, or write a @Produces method.",
            HERE + "_1__One, " + HERE + "_2__Two: these 2 changes have the same id 'same'. Give each change its own; one that"
                    + " was executed already must keep its id.",
            "quarkus.flamingock.audit-store.datasource: there is no datasource 'audit'. Name one that is configured:"
                    + " <default>.")
            .overrideConfigKey("quarkus.flamingock.require-rollback", "true")
            .overrideConfigKey("quarkus.flamingock.audit-store.datasource", "audit");

    @TargetSystem("shop")
    @Change(id = "same", author = "team")
    static class _1__One {
        @Apply
        void apply() {
            // no rollback
        }
    }

    @Change(id = "same", author = "team")
    static class _2__Two {
        @Apply
        void apply(Runnable missing) {
            // there is none
        }

        @Rollback
        void rollback() {
            // fine
        }
    }

    @Test
    void buildFails() {
        // see APP
    }
}
