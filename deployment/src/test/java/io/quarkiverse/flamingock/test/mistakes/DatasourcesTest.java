package io.quarkiverse.flamingock.test.mistakes;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.flamingock.Apply;
import io.quarkiverse.flamingock.Change;
import io.quarkiverse.flamingock.Rollback;
import io.quarkiverse.flamingock.TargetSystem;
import io.quarkiverse.flamingock.test.HibernateOrm;
import io.quarkus.test.QuarkusUnitTest;

/** Settings of datasources that contradict the changes. */
class DatasourcesTest {

    private static final String HERE = "io.quarkiverse.flamingock.test.mistakes.DatasourcesTest$";
    private static final String FIX = ". Set it to 'validate' or 'none', and let changes do the rest.";

    @RegisterExtension
    static final QuarkusUnitTest APP = HibernateOrm
            .in(database("users", database("stock", database("reports", Builds.withDatabase(
                    "quarkus.datasource.jdbc.transactions: it is 'disabled', so that no transaction undoes what a change leaves that"
                            + " fails. Set it to 'enabled' or 'xa', or write transactional = false in @Change of " + HERE
                            + "_1__A, "
                            + HERE + "_2__B.",
                    "quarkus.hibernate-orm.schema-management.strategy: it is 'update' for datasource <default>, which is target system"
                            + " 'default': once the changes have ended, Hibernate ORM changes the tables of its entities, and nobody"
                            + " records it" + FIX,
                    "quarkus.hibernate-orm.\"people\".database.generation: it is 'drop-and-create' for datasource users, which is target"
                            + " system 'accounts': once the changes have ended, Hibernate ORM drops the tables of its entities, with"
                            + " what is in them" + FIX)))))
            .overrideConfigKey("quarkus.flamingock.audit-store.datasource", "<default>")
            .overrideConfigKey("quarkus.flamingock.target-systems.accounts.datasource", "users")
            .overrideConfigKey("quarkus.datasource.jdbc.transactions", "disabled")
            .overrideConfigKey("quarkus.datasource.stock.jdbc.transactions", "disabled")
            .overrideConfigKey("quarkus.hibernate-orm.schema-management.strategy", "UPDATE")
            .overrideConfigKey("quarkus.hibernate-orm.\"people\".datasource", "users")
            .overrideConfigKey("quarkus.hibernate-orm.\"people\".schema-management.strategy", "validate")
            .overrideConfigKey("quarkus.hibernate-orm.\"people\".database.generation", "drop-and-create")
            .overrideConfigKey("quarkus.hibernate-orm.stock.datasource", "stock")
            .overrideConfigKey("quarkus.hibernate-orm.stock.schema-management.strategy", "drop")
            .overrideConfigKey("quarkus.hibernate-orm.stock.database.generation", "none")
            .overrideConfigKey("quarkus.hibernate-orm.reports.datasource", "reports")
            .overrideConfigKey("quarkus.hibernate-orm.reports.schema-management.strategy", "create");

    private static QuarkusUnitTest database(String name, QuarkusUnitTest app) {
        return app.overrideConfigKey("quarkus.datasource." + name + ".db-kind", "h2")
                .overrideConfigKey("quarkus.datasource." + name + ".jdbc.url", "jdbc:h2:mem:settings-" + name);
    }

    abstract static class Applied {
        @Apply
        void apply() {
            // nothing
        }

        @Rollback
        void rollback() {
            // nothing
        }
    }

    @TargetSystem("default")
    @Change(id = "a", author = "team")
    static class _1__A extends Applied {
    }

    @TargetSystem("default")
    @Change(id = "b", author = "team")
    static class _2__B extends Applied {
    }

    @TargetSystem("default")
    @Change(id = "c", author = "team", transactional = false)
    static class _3__C extends Applied {
    }

    @TargetSystem(id = "accounts", also = "stock")
    @Change(id = "d", author = "team")
    static class _4__D extends Applied {
    }

    @TargetSystem("stock")
    @Change(id = "e", author = "team", transactional = false)
    static class _5__E extends Applied {
    }

    @Test
    void buildFails() {
        // see APP
    }
}
