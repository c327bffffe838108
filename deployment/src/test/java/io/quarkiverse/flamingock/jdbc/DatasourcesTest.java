package io.quarkiverse.flamingock.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.agroal.api.AgroalDataSource;
import io.quarkiverse.flamingock.error.AuditStoreUnavailableException;
import io.quarkiverse.flamingock.error.TargetSystemUnavailableException;
import io.quarkiverse.flamingock.runtime.jdbc.JdbcTechnology;
import io.quarkiverse.flamingock.spi.ChangeCall;
import io.quarkiverse.flamingock.spi.ChangeTarget;
import io.quarkiverse.flamingock.spi.Claim;
import io.quarkiverse.flamingock.spi.Markers;
import io.quarkiverse.flamingock.spi.Outcome;
import io.quarkus.test.QuarkusUnitTest;
import io.smallrye.common.annotation.Identifier;

/**
 * Datasources are found by name; one that can't be used says what to set. Transactional beans join a change.
 */
class DatasourcesTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest()
            .withApplicationRoot(jar -> jar.addClasses(Greetings.class))
            .overrideConfigKey("quarkus.devservices.enabled", "false")
            .overrideConfigKey("quarkus.datasource.db-kind", "h2")
            .overrideRuntimeConfigKey("quarkus.datasource.jdbc.url", "jdbc:h2:mem:datasources;DB_CLOSE_DELAY=-1")
            .overrideConfigKey("quarkus.datasource.users.db-kind", "h2")
            .overrideConfigKey("quarkus.datasource.orders.db-kind", "h2")
            .overrideRuntimeConfigKey("quarkus.datasource.orders.active", "false");

    @Inject
    @Identifier("jdbc")
    JdbcTechnology technology;

    @Inject
    AgroalDataSource dataSource;

    @Inject
    Greetings greetings;

    @Singleton
    public static class Greetings {

        @Inject
        AgroalDataSource dataSource;

        @Transactional
        public void add(String text) throws SQLException {
            try (Connection connection = dataSource.getConnection();
                    var insert = connection.prepareStatement("INSERT INTO greeting VALUES (?)")) {
                insert.setString(1, text);
                insert.executeUpdate();
            }
        }

        @Transactional
        public void fail() {
            throw new IllegalStateException("the bean failed");
        }
    }

    @Test
    void aTransactionalBeanJoinsTheChange() throws SQLException {
        execute("CREATE TABLE IF NOT EXISTS greeting (text VARCHAR(50))");
        ChangeTarget target = target("default", "<default>");
        assertThat(target.fence(new Claim("one", null, "owner", 1), "shop")).isEqualTo(Markers.EMPTY);
        Outcome failed = target.execute(new ChangeCall("shop", "a", "sum", 1, true), supply -> {
            greetings.add("undone");
            throw new IllegalStateException("wrong");
        });
        assertThat(failed.kind()).isEqualTo(Outcome.Kind.NOT_APPLIED);
        Outcome caught = target.execute(new ChangeCall("shop", "a", "sum", 1, true), supply -> {
            greetings.add("undone");
            try {
                greetings.fail();
            } catch (IllegalStateException e) {
                // the transaction is marked for rollback now
            }
        });
        assertThat(caught.kind()).isEqualTo(Outcome.Kind.NOT_APPLIED);
        assertThat(caught.error()).hasMessageContaining("its transaction was marked for rollback");
        assertThat(target.execute(new ChangeCall("shop", "a", "sum", 1, true), supply -> greetings.add("kept")))
                .isEqualTo(Outcome.APPLIED);
        try (Connection connection = dataSource.getConnection();
                var rows = connection.createStatement().executeQuery("SELECT STRING_AGG(text, ',') FROM greeting")) {
            rows.next();
            assertThat(rows.getString(1)).isEqualTo("kept");
        }
    }

    @Test
    void aDatasourceWithoutUrlSaysSo() {
        assertThatThrownBy(() -> target("users", "users")).isInstanceOf(TargetSystemUnavailableException.class)
                .hasMessageStartingWith("Target system users can't be used: ")
                .hasMessageContaining("quarkus.datasource.\"users\".jdbc.url");
        assertThatThrownBy(() -> technology.open("users"))
                .isInstanceOf(AuditStoreUnavailableException.class)
                .hasMessageStartingWith("The audit store can't be used: ")
                .hasMessageContaining("quarkus.datasource.\"users\".jdbc.url");
    }

    @Test
    void anInactiveDatasourceSaysSo() {
        assertThatThrownBy(() -> technology.open("orders"))
                .isInstanceOf(AuditStoreUnavailableException.class)
                .hasMessageContaining("set configuration property 'quarkus.datasource.\"orders\".active' to 'true'");
    }

    @Test
    void aMissingDatasourceSaysSo() {
        assertThatThrownBy(() -> target("billing", "billing")).isInstanceOf(TargetSystemUnavailableException.class)
                .hasMessage("Target system billing can't be used: there is no datasource billing. Set"
                        + " quarkus.datasource.\"billing\".db-kind when the application is built, and"
                        + " quarkus.datasource.\"billing\".jdbc.url");
    }

    private ChangeTarget target(String id, String datasource) {
        return technology.open(id, datasource);
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            connection.createStatement().execute(sql);
        }
    }
}
