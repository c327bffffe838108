package io.quarkiverse.flamingock.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.transaction.TransactionManager;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.agroal.api.AgroalDataSource;
import io.quarkiverse.flamingock.Apply;
import io.quarkiverse.flamingock.Change;
import io.quarkiverse.flamingock.TargetSystem;
import io.quarkiverse.flamingock.runtime.jdbc.target.JdbcTargetSystem;
import io.quarkus.test.QuarkusUnitTest;
import io.smallrye.common.annotation.Identifier;

/** Row H5: a target system that is a bean has the same tables as one that is configured. */
class BeanTargetTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest()
            .overrideConfigKey("quarkus.devservices.enabled", "false")
            .withApplicationRoot(jar -> jar.addClasses(Targets.class, _1__Report.class))
            .overrideConfigKey("quarkus.datasource.db-kind", "h2")
            .overrideRuntimeConfigKey("quarkus.datasource.jdbc.url", "jdbc:h2:mem:bean-target;DB_CLOSE_DELAY=-1")
            .overrideRuntimeConfigKey("quarkus.flamingock.table-prefix", "acme_");

    @Singleton
    public static class Targets {
        @Produces
        @Singleton
        @Identifier("reports")
        JdbcTargetSystem reports(AgroalDataSource database, TransactionManager transactions) {
            return JdbcTargetSystem.of("reports", database, transactions).setProperty("title", "Sales");
        }
    }

    @TargetSystem("reports")
    @Change(id = "report", author = "team")
    public static class _1__Report {
        @Apply
        void apply(Connection connection) throws SQLException {
            connection.createStatement().execute("CREATE TABLE report (id INT)");
        }
    }

    @Inject
    AgroalDataSource database;

    @Test
    void hasTheConfiguredTables() throws SQLException {
        List<String> tables = new ArrayList<>();
        try (Connection connection = database.getConnection();
                ResultSet rows = connection.createStatement().executeQuery(
                        "SELECT table_name FROM information_schema.tables WHERE table_schema = 'PUBLIC' ORDER BY 1")) {
            while (rows.next()) {
                tables.add(rows.getString(1));
            }
        }
        assertThat(tables).containsExactly("REPORT", "acme_audit", "acme_fence", "acme_head", "acme_lock", "acme_marker",
                "acme_state", "acme_store");
    }
}
