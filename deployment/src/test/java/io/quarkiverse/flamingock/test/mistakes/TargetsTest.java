package io.quarkiverse.flamingock.test.mistakes;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.flamingock.Apply;
import io.quarkiverse.flamingock.Change;
import io.quarkiverse.flamingock.NonTransactionalTargetSystem;
import io.quarkiverse.flamingock.TargetSystem;
import io.quarkus.test.QuarkusUnitTest;
import io.smallrye.common.annotation.Identifier;

class TargetsTest {

    private static final String HERE = "io.quarkiverse.flamingock.test.mistakes.TargetsTest$";
    private static final String TEN = "0123456789";
    private static final String FIFTY = TEN + TEN + TEN + TEN + TEN;
    private static final String LONG = FIFTY + FIFTY + FIFTY + FIFTY + FIFTY + FIFTY;
    private static final String KNOWN = LONG + ", both, configured-bean, default, mistaken, reports, twice";

    @RegisterExtension
    static final QuarkusUnitTest APP = Builds.without(
            HERE + "_1__NoTarget: @TargetSystem is missing, and the application has 2 data stores (<default>, reports), so the"
                    + " target system can't be inferred. Name one: known are " + KNOWN + ".",
            HERE + "_2__UnknownTarget: @TargetSystem(\"nowhere\") names no target system. Correct it: known are " + KNOWN
                    + ". Or define it with quarkus.flamingock.target-systems.\"nowhere\".datasource=… or"
                    + " .kind=non-transactional, or as a bean of type io.quarkiverse.flamingock.spi.ChangeTarget with"
                    + " @Identifier(\"nowhere\").",
            HERE + "_3__TwoTargets: @TargetSystem(value = \"reports\", id = \"default\") names two target systems, but 'value'"
                    + " and 'id' mean the same. Leave the right one.",
            HERE + "_4__UnnamedTarget: @TargetSystem has no id. Write it as in @TargetSystem(\"user-database\"): known are "
                    + KNOWN + ".",
            HERE + "_5__UnknownById: @TargetSystem(\"nowhere\") names no target system. Correct it: known are " + KNOWN
                    + ". Or define it with quarkus.flamingock.target-systems.\"nowhere\".datasource=… or"
                    + " .kind=non-transactional, or as a bean of type io.quarkiverse.flamingock.spi.ChangeTarget with"
                    + " @Identifier(\"nowhere\").",
            HERE + "_6__LongTarget: the id of its target system has 300 characters, but audit stores keep 255. Shorten it.",
            HERE + "_7__OddTarget: @TargetSystem(\"say \"hi\"\") names no target system. Correct it: known are " + KNOWN
                    + ". Or define it with quarkus.flamingock.target-systems.\"say\\ \\\\\"hi\\\\\"\".datasource=… or"
                    + " .kind=non-transactional, or as a bean of type io.quarkiverse.flamingock.spi.ChangeTarget with"
                    + " @Identifier(\"say \"hi\"\").",
            HERE + "Producers#one, " + HERE + "Producers#two: 2 beans are target systems with @Identifier(\"twice\"). Leave"
                    + " one, or give them different ids.",
            "quarkus.flamingock.target-systems.\"both\": both datasource and kind are set. A datasource is transactional;"
                    + " remove one of the two.",
            "quarkus.flamingock.target-systems.\"configured-bean\": the target system is configured and is also a bean, made"
                    + " by " + HERE + "Producers#configured. Remove one of the two.",
            "quarkus.flamingock.target-systems.\"mistaken\".datasource: there is no datasource 'report'. Name one that is"
                    + " configured: <default>, reports.",
            "quarkus.flamingock.audit-store.datasource: it is not set, and the application has 2 data stores. Name the one to"
                    + " record executions in: <default>, reports.")
            .overrideConfigKey("quarkus.datasource.db-kind", "h2")
            .overrideConfigKey("quarkus.datasource.reports.db-kind", "h2")
            .overrideConfigKey("quarkus.flamingock.target-systems." + LONG + ".datasource", "reports")
            .overrideConfigKey("quarkus.flamingock.target-systems.both.datasource", "reports")
            .overrideConfigKey("quarkus.flamingock.target-systems.both.kind", "non-transactional")
            .overrideConfigKey("quarkus.flamingock.target-systems.configured-bean.kind", "non-transactional")
            .overrideConfigKey("quarkus.flamingock.target-systems.mistaken.datasource", "report");

    @Singleton
    static class Producers {

        @Produces
        @Identifier("configured-bean")
        NonTransactionalTargetSystem configured() {
            return NonTransactionalTargetSystem.of("configured-bean");
        }

        @Produces
        @Identifier("twice")
        io.quarkiverse.flamingock.spi.ChangeTarget one() {
            return NonTransactionalTargetSystem.of("twice");
        }

        @Produces
        @Identifier("twice")
        io.quarkiverse.flamingock.spi.ChangeTarget two() {
            return NonTransactionalTargetSystem.of("twice");
        }

        @Produces
        @Identifier("no-target-system")
        String three() {
            return "something else with an identifier";
        }
    }

    @Change(id = "1", author = "team")
    static class _1__NoTarget {
        @Apply
        void apply() {
            // where?
        }
    }

    @TargetSystem(LONG)
    @Change(id = "long-target", author = "team")
    static class _6__LongTarget {
        @Apply
        void apply() {
        }
    }

    @TargetSystem("say \"hi\"")
    @Change(id = "odd-target", author = "team")
    static class _7__OddTarget {
        @Apply
        void apply() {
        }
    }

    @TargetSystem("nowhere")
    @Change(id = "2", author = "team")
    static class _2__UnknownTarget {
        @Apply
        void apply(Runnable unknownToo) {
            // where? what it supplies is not known either, and not reported
        }
    }

    @TargetSystem(value = "reports", id = "default")
    @Change(id = "3", author = "team")
    static class _3__TwoTargets extends _1__NoTarget {
    }

    @TargetSystem
    @Change(id = "4", author = "team")
    static class _4__UnnamedTarget extends _1__NoTarget {
    }

    @TargetSystem(id = "nowhere")
    @Change(id = "5", author = "team")
    static class _5__UnknownById extends _1__NoTarget {
    }

    @Test
    void buildFails() {
        // see APP
    }
}
