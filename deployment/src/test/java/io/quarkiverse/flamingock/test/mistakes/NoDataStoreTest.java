package io.quarkiverse.flamingock.test.mistakes;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.flamingock.Apply;
import io.quarkiverse.flamingock.Change;
import io.quarkiverse.flamingock.TargetSystem;
import io.quarkus.test.QuarkusUnitTest;

class NoDataStoreTest {

    private static final String HERE = "io.quarkiverse.flamingock.test.mistakes.NoDataStoreTest$";

    @RegisterExtension
    static final QuarkusUnitTest APP = Builds.without(
            HERE + "_1__NoTarget: @TargetSystem is missing, and the application has no data store, so the target system can't"
                    + " be inferred. Name one: known are events, stock.",
            "quarkus.flamingock.target-systems.\"stock\".datasource: there is no datasource 'stock'. The application has none;"
                    + " configure it.",
            "quarkus.flamingock.audit-store.datasource: the application has no data store to record executions in. Add a"
                    + " datasource: the extension quarkus-agroal, a JDBC driver extension such as"
                    + " quarkus-jdbc-postgresql, and its configuration.")
            .overrideConfigKey("quarkus.datasource.jdbc", "false")
            .overrideConfigKey("quarkus.flamingock.target-systems.events.kind", "non-transactional")
            .overrideConfigKey("quarkus.flamingock.target-systems.stock.datasource", "stock");

    @Change(id = "1", author = "team")
    static class _1__NoTarget {
        @Apply
        void apply() {
            // where?
        }
    }

    @TargetSystem("events")
    @Change(id = "2", author = "team")
    static class _2__Fine {
        @Apply
        void apply() {
            // fine
        }
    }

    @Test
    void buildFails() {
        // see APP
    }
}
