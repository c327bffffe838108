package io.quarkiverse.flamingock.runtime.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import io.agroal.api.AgroalDataSource;
import io.quarkiverse.flamingock.error.AuditStoreUnavailableException;
import io.quarkiverse.flamingock.error.FlamingockException;
import io.quarkiverse.flamingock.error.TargetSystemUnavailableException;
import io.quarkiverse.flamingock.runtime.jdbc.connection.DataSources;
import io.quarkiverse.flamingock.runtime.jdbc.target.JdbcSettings;
import io.quarkiverse.flamingock.spi.AuditStore;
import io.quarkiverse.flamingock.spi.ChangeTarget;
import io.quarkiverse.flamingock.spi.Head;
import io.quarkiverse.flamingock.spi.Markers;
import io.quarkiverse.flamingock.test.contract.Claims;

class JdbcTechnologyTest {

    private final TestDatabase database = TestDatabase.h2();
    private final LogCapture log = new LogCapture(JdbcTechnology.class);

    @AfterEach
    void close() {
        log.close();
        database.close();
    }

    @Test
    void opensDatasources() throws SQLException {
        JdbcTechnology technology = technology(pool(2), "acme_");
        ChangeTarget target = technology.open("inventory", "users");
        assertThat(target.id()).isEqualTo("inventory");
        assertThat(target.fence(Claims.of(1), "shop")).isEqualTo(Markers.EMPTY);
        AuditStore store = technology.open("users");
        assertThat(store.describe()).isEqualTo("datasource users");
        store.prepare();
        assertThat(store.head("shop")).isEqualTo(Head.EMPTY);
        assertThat(store.lock().tryAcquire("inventory", "run-1", Duration.ofMinutes(1))).isPresent();
        assertThat(database.query("SELECT table_name FROM information_schema.tables WHERE table_name LIKE 'acme%'"))
                .containsExactlyInAnyOrder("acme_audit", "acme_state", "acme_head", "acme_lock", "acme_store", "acme_fence",
                        "acme_marker");
        assertThat(log.messages()).isEmpty();
    }

    @Test
    void warnsOnceOfAPoolOfOne() throws SQLException {
        JdbcTechnology technology = technology(pool(1), "flamingock_");
        technology.open("inventory", "users");
        technology.open("inventory", "users");
        technology.open("users");
        assertThat(log.messages())
                .containsExactly("The connection pool of datasource users has room for a single connection: the lease"
                        + " can't be renewed while a change runs on this pool, and another instance may take over when it runs longer than"
                        + " quarkus.flamingock.lock.lease; set quarkus.datasource.\"users\".jdbc.max-size to at least 2");
    }

    @Test
    void saysThatADatasourceIsUnusable() {
        JdbcTechnology technology = technology(new DataSources() {
            @Override
            public AgroalDataSource get(String name) throws Unusable {
                throw new Unusable("it is switched off");
            }
        }, "flamingock_");
        assertThatThrownBy(() -> technology.open("inventory", "users")).isInstanceOf(TargetSystemUnavailableException.class)
                .hasMessage("Target system inventory can't be used: it is switched off");
        assertThatThrownBy(() -> technology.open("users")).isInstanceOf(AuditStoreUnavailableException.class)
                .hasMessage("The audit store can't be used: it is switched off");
    }

    @Test
    void refusesAPrefixThatIsNoName() {
        for (String prefix : List.of("", "1a", "a-b", "a b", "ä", "a\"b", "x".repeat(42))) {
            assertThatThrownBy(() -> technology(new DataSources(), prefix)).isInstanceOf(FlamingockException.class)
                    .hasMessage(
                            "quarkus.flamingock.table-prefix is '" + prefix + "' but must match [A-Za-z_][A-Za-z0-9_]{0,40}:"
                                    + " letters, digits and underscores, at most 41 characters, the first no digit");
        }
        for (String prefix : List.of("_", "A", "flamingock_", "a1_Z9", "x".repeat(41))) {
            assertThat(technology(new DataSources(), prefix)).isNotNull();
        }
    }

    @Test
    void refusesASchemaThatIsNoName() {
        for (String schema : List.of("", "a b", "a.b", "\"a\"", "a;b", "x".repeat(64))) {
            assertThatThrownBy(() -> settings(schema)).isInstanceOf(FlamingockException.class)
                    .hasMessage("quarkus.flamingock.schema is '" + schema + "' but must be the name of one schema, as it is and"
                            + " without quotes: letters, digits, underscores, hyphens and dollar signs, at most 63 characters");
        }
        for (String schema : List.of("_", "A", "own-tables", "größe", "2026_shop", "a$b", "x".repeat(63))) {
            assertThat(settings(schema).schema()).isEqualTo(schema);
        }
    }

    private static JdbcSettings settings(String schema) {
        return new JdbcSettings(schema, "flamingock_", Duration.ofMinutes(1), Duration.ofSeconds(10), Duration.ofSeconds(60),
                true, Duration.ZERO);
    }

    private DataSources pool(int size) throws SQLException {
        return named(database.pool(size));
    }

    static JdbcTechnology technology(AgroalDataSource pool, JdbcSettings settings) {
        return new JdbcTechnology(named(pool), TestDatabase.transactionManager(), settings);
    }

    private static DataSources named(AgroalDataSource pool) {
        return new DataSources() {
            @Override
            public AgroalDataSource get(String name) {
                return pool;
            }
        };
    }

    private static JdbcTechnology technology(DataSources dataSources, String prefix) {
        return new JdbcTechnology(dataSources, TestDatabase.transactionManager(),
                new JdbcSettings(prefix, Duration.ofMinutes(1), Duration.ofSeconds(10), Duration.ofSeconds(60), true));
    }
}
