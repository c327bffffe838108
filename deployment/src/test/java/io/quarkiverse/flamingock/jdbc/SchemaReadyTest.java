package io.quarkiverse.flamingock.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.util.TreeSet;

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
import io.quarkus.agroal.DataSource;
import io.quarkus.agroal.spi.JdbcDataSourceSchemaReadyBuildItem;
import io.quarkus.builder.BuildChainBuilder;
import io.quarkus.builder.BuildContext;
import io.quarkus.deployment.builditem.FeatureBuildItem;
import io.quarkus.test.QuarkusUnitTest;
import io.smallrye.common.annotation.Identifier;

/**
 * The datasource of a target system that is a bean has its tables from the changes, too: Dev Services do not let Hibernate ORM
 * make them. One without changes is left to them.
 */
class SchemaReadyTest {

    private static final String SEEN = "schema-ready-test";

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest()
            .overrideConfigKey("quarkus.devservices.enabled", "false")
            .withApplicationRoot(jar -> jar.addClasses(Targets.class, _1__Report.class, _2__User.class))
            .addBuildChainCustomizer(SchemaReadyTest::listen)
            .overrideConfigKey("quarkus.datasource.db-kind", "h2")
            .overrideRuntimeConfigKey("quarkus.datasource.jdbc.url", "jdbc:h2:mem:schema-ready;DB_CLOSE_DELAY=-1")
            .overrideConfigKey("quarkus.datasource.reports.db-kind", "h2")
            .overrideRuntimeConfigKey("quarkus.datasource.reports.jdbc.url", "jdbc:h2:mem:schema-reports;DB_CLOSE_DELAY=-1")
            .overrideConfigKey("quarkus.datasource.users.db-kind", "h2")
            .overrideRuntimeConfigKey("quarkus.datasource.users.jdbc.url", "jdbc:h2:mem:schema-users;DB_CLOSE_DELAY=-1")
            .overrideConfigKey("quarkus.flamingock.audit-store.datasource", "<default>");

    private static void listen(BuildChainBuilder builder) {
        builder.addBuildStep(SchemaReadyTest::note).consumes(JdbcDataSourceSchemaReadyBuildItem.class)
                .produces(FeatureBuildItem.class).build();
    }

    private static void note(BuildContext context) {
        TreeSet<String> names = new TreeSet<>();
        context.consumeMulti(JdbcDataSourceSchemaReadyBuildItem.class).forEach(item -> names.addAll(item.getDatasourceNames()));
        System.setProperty(SEEN, names.toString());
        context.produce(new FeatureBuildItem(SEEN));
    }

    @Singleton
    public static class Targets {
        @Produces
        @Singleton
        @Identifier("report-database")
        JdbcTargetSystem reports(@DataSource("reports") AgroalDataSource database, TransactionManager transactions) {
            return JdbcTargetSystem.of("report-database", database, transactions);
        }
    }

    @TargetSystem("report-database")
    @Change(id = "report", author = "team")
    public static class _1__Report {
        @Apply
        void apply(Connection connection) {
            // nothing
        }
    }

    @TargetSystem("users")
    @Change(id = "user", author = "team")
    public static class _2__User {
        @Apply
        void apply(Connection connection) {
            // nothing
        }
    }

    @Test
    void namesTheDatasourcesOfChanges() {
        assertThat(System.getProperty(SEEN)).isEqualTo("[reports, users]");
    }
}
