package io.quarkiverse.flamingock.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
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
import io.quarkiverse.flamingock.Flamingock;
import io.quarkiverse.flamingock.TargetSystem;
import io.quarkiverse.flamingock.result.PlannedAction;
import io.quarkiverse.flamingock.result.PlannedChange;
import io.quarkiverse.flamingock.runtime.jdbc.target.JdbcTargetSystem;
import io.quarkiverse.flamingock.test.servers.Told;
import io.quarkus.agroal.DataSource;
import io.quarkus.arc.InjectableInstance;
import io.quarkus.test.QuarkusUnitTest;
import io.smallrye.common.annotation.Identifier;

/**
 * With {@code on-inactive=skip} the changes of a datasource that is not active are left out and named; also of one that an
 * application has made a target system of with a bean.
 */
class SkippedDatasourceTest {

    static final String URL = Databases.h2("skipped_datasource");

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest()
            .overrideConfigKey("quarkus.devservices.enabled", "false")
            .withApplicationRoot(jar -> jar.addClasses(_1__Create.class, _2__CreateUsers.class, _3__CreateReport.class,
                    Targets.class, Databases.class))
            .overrideConfigKey("quarkus.datasource.db-kind", "h2")
            .overrideRuntimeConfigKey("quarkus.datasource.jdbc.url", URL)
            .overrideRuntimeConfigKey("quarkus.datasource.username", "sa")
            .overrideRuntimeConfigKey("quarkus.datasource.password", "sa")
            .overrideConfigKey("quarkus.datasource.users.db-kind", "h2")
            .overrideRuntimeConfigKey("quarkus.datasource.users.active", "false")
            .overrideConfigKey("quarkus.datasource.reports.db-kind", "h2")
            .overrideRuntimeConfigKey("quarkus.datasource.reports.active", "false")
            .overrideConfigKey("quarkus.flamingock.audit-store.datasource", "<default>")
            .overrideRuntimeConfigKey("quarkus.flamingock.on-inactive", "skip");

    @Singleton
    public static class Targets {
        @Produces
        @Singleton
        @Identifier("report-database")
        JdbcTargetSystem reports(@DataSource("reports") InjectableInstance<AgroalDataSource> reports,
                TransactionManager transactions) {
            return JdbcTargetSystem.of("report-database", reports.get(), transactions);
        }
    }

    @TargetSystem("default")
    @Change(id = "create", author = "team")
    public static class _1__Create {
        @Apply
        void apply(Connection connection) throws SQLException {
            connection.createStatement().execute("CREATE TABLE product (id INT)");
        }
    }

    @TargetSystem("users")
    @Change(id = "create-users", author = "team")
    public static class _2__CreateUsers {
        @Apply
        void apply(Connection connection) {
            throw new AssertionError("must not run");
        }
    }

    @TargetSystem("report-database")
    @Change(id = "create-report", author = "team")
    public static class _3__CreateReport {
        @Apply
        void apply(Connection connection) {
            throw new AssertionError("must not run");
        }
    }

    @Inject
    Flamingock flamingock;

    @Test
    void theOthersAreApplied() {
        assertThat(Databases.trail(URL)).containsExactly("create STARTED", "create EXECUTED");
        assertThat(flamingock.plan().pending()).extracting(PlannedChange::id).containsExactly("create-users", "create-report");
        assertThat(flamingock.plan().pending()).extracting(PlannedChange::action).containsOnly(PlannedAction.LEAVE_OUT);
        try (Told told = Told.begin()) {
            assertThat(flamingock.apply().blocked()).isEqualTo(List.of("create-users", "create-report"));
            assertThat(told.text())
                    .contains("Changes are pending whose target system is not active at this start: create-users,"
                            + " create-report. Target system users can't be used: Datasource 'users' was deactivated");
        }
    }
}
