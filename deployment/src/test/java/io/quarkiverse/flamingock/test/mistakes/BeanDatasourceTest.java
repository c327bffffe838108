package io.quarkiverse.flamingock.test.mistakes;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import jakarta.transaction.TransactionManager;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.agroal.api.AgroalDataSource;
import io.quarkiverse.flamingock.Apply;
import io.quarkiverse.flamingock.Change;
import io.quarkiverse.flamingock.TargetSystem;
import io.quarkiverse.flamingock.runtime.jdbc.target.JdbcTargetSystem;
import io.quarkiverse.flamingock.test.HibernateOrm;
import io.quarkus.agroal.DataSource;
import io.quarkus.test.QuarkusUnitTest;
import io.smallrye.common.annotation.Identifier;

/** Two persistence units on the datasource of a target system that is a bean: each is told of. */
class BeanDatasourceTest {

    private static final String REST = " for datasource stock, which is target system 'stock-database': once the changes have"
            + " ended, Hibernate ORM ";
    private static final String FIX = ". Set it to 'validate' or 'none', and let changes do the rest.";

    @RegisterExtension
    static final QuarkusUnitTest APP = HibernateOrm
            .in(Builds.withDatabase(
                    "quarkus.hibernate-orm.\"goods\".schema-management.strategy: it is 'drop-and-create'" + REST
                            + "drops the tables of its entities, with what is in them" + FIX,
                    "quarkus.hibernate-orm.\"shelves\".schema-management.strategy: it is 'update'" + REST
                            + "changes the tables of its entities, and nobody records it" + FIX))
            .overrideConfigKey("quarkus.datasource.stock.db-kind", "h2")
            .overrideConfigKey("quarkus.datasource.stock.jdbc.url", "jdbc:h2:mem:bean-stock")
            .overrideConfigKey("quarkus.flamingock.audit-store.datasource", "<default>")
            .overrideConfigKey("quarkus.hibernate-orm.\"goods\".datasource", "stock")
            .overrideConfigKey("quarkus.hibernate-orm.\"goods\".schema-management.strategy", "drop-and-create")
            .overrideConfigKey("quarkus.hibernate-orm.\"shelves\".datasource", "stock")
            .overrideConfigKey("quarkus.hibernate-orm.\"shelves\".schema-management.strategy", "update")
            .overrideConfigKey("quarkus.hibernate-orm.schema-management.strategy", "drop-and-create");

    @Singleton
    static class Targets {
        @DataSource("stock")
        AgroalDataSource stock;

        @Produces
        @Singleton
        @Identifier("stock-database")
        JdbcTargetSystem stock(TransactionManager transactions) {
            return JdbcTargetSystem.of("stock-database", stock, transactions);
        }
    }

    @TargetSystem("stock-database")
    @Change(id = "a", author = "team")
    static class _1__A {
        @Apply
        void apply() {
            // nothing
        }
    }

    @Test
    void buildFails() {
        // see APP
    }
}
