package io.quarkiverse.flamingock.runtime.jdbc;

import static io.quarkiverse.flamingock.test.contract.Events.event;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.agroal.api.AgroalDataSource;
import io.quarkiverse.flamingock.error.AuditStoreUnavailableException;
import io.quarkiverse.flamingock.error.TargetSystemUnavailableException;
import io.quarkiverse.flamingock.result.ChangeState;
import io.quarkiverse.flamingock.runtime.jdbc.target.JdbcSettings;
import io.quarkiverse.flamingock.spi.AuditStore;
import io.quarkiverse.flamingock.spi.AuditWrite;
import io.quarkiverse.flamingock.spi.ChangeCall;
import io.quarkiverse.flamingock.spi.ChangeTarget;
import io.quarkiverse.flamingock.spi.ForeignMarker;
import io.quarkiverse.flamingock.spi.Head;
import io.quarkiverse.flamingock.spi.Outcome;
import io.quarkiverse.flamingock.test.contract.Claims;

/** Row H6: one place for the tables, whatever schema is current for a connection. */
abstract class JdbcSchemaContract {

    protected final TestDatabase database;
    protected final String other;

    JdbcSchemaContract(TestDatabase database) {
        this.database = database;
        // With a character that only quotes allow; where schemas are databases, others are on the same server.
        this.other = "o-" + database.name().replace("-", "");
    }

    /** The schema that is current for new connections. */
    protected abstract String current();

    /** The statement that makes {@link #other} current. */
    protected abstract String switchToOther();

    @BeforeEach
    void create() throws SQLException {
        database.execute("CREATE SCHEMA " + database.quote(other));
    }

    @AfterEach
    void close() throws SQLException {
        database.execute("DROP SCHEMA " + database.quote(other) + (database.dialect().schemasAreCatalogs() ? "" : " CASCADE"));
        database.close();
    }

    @Test
    void keepsItsTablesInTheConfiguredSchema() throws Exception {
        JdbcTechnology technology = technology(database.pool(2), other, true);
        AuditStore store = technology.open("users");
        assertThat(store.head("shop")).isEqualTo(Head.EMPTY);
        assertThat(store.snapshot("shop").states()).isEmpty();
        record(store);
        apply(technology.open("inventory", "users"), "a");
        assertThat(tables(current())).isEmpty();
        assertThat(tables(other)).hasSize(7);
        assertThat(technology(database.pool(1), other, true).open("users").head("shop").sequence()).isEqualTo(1);
        assertThat(technology(database.pool(1), null, true).open("users").head("shop")).isEqualTo(Head.EMPTY);
    }

    @Test
    void beginsNoSecondSetWhereAConnectionSaysOtherwise() throws Exception {
        AgroalDataSource pool = database.pool(1);
        JdbcTechnology technology = technology(pool, null, true);
        record(technology.open("users"));
        execute(pool, switchToOther());
        ChangeTarget target = technology.open("inventory", "users");
        apply(target, "a");
        assertThat(tables(current())).as("of those who use one datasource, the first finds the place").hasSize(7);
        assertThat(tables(other)).isEmpty();
    }

    @Test
    void goesOnWhereTheHeadWasFound() throws Exception {
        record(technology(database.pool(1), null, true).open("users"));
        AgroalDataSource pool = database.pool(1);
        AuditStore store = technology(pool, null, true).open("users");
        assertThat(store.head("shop").sequence()).isEqualTo(1);
        execute(pool, switchToOther());
        store.prepare();
        assertThat(store.snapshot("shop").head().sequence()).isEqualTo(1);
        assertThat(tables(other)).isEmpty();
    }

    @Test
    void saysThatThereIsNoSuchSchema() throws Exception {
        JdbcTechnology technology = technology(database.pool(1), "nowhere", true);
        AuditStore store = technology.open("users");
        assertThat(store.head("shop")).isEqualTo(Head.EMPTY);
        String message = "quarkus.flamingock.schema is 'nowhere', and there is no such schema in the database, or its user may"
                + " not see it. Set it to one that is there, or let an administrator run: CREATE SCHEMA "
                + database.quote("nowhere");
        assertThatThrownBy(() -> store.snapshot("shop")).isInstanceOf(AuditStoreUnavailableException.class)
                .hasMessage("The audit store (datasource users) can't be used: " + message);
        assertThatThrownBy(store::prepare).hasMessage("The audit store (datasource users) can't be used: " + message);
        ChangeTarget target = technology.open("inventory", "users");
        assertThatThrownBy(() -> target.fence(Claims.of(1), "shop")).isInstanceOf(TargetSystemUnavailableException.class)
                .hasMessage("Target system inventory can't be changed: " + message);
        String upper = other.toUpperCase(Locale.ROOT);
        assertThatThrownBy(() -> technology(database.pool(1), upper, true).open("users").prepare())
                .hasMessageContaining("There is '" + other + "': upper and lower case make a difference");
    }

    @Test
    void namesTheSchemaInTheStatementsForAnAdministrator() throws Exception {
        JdbcTechnology technology = technology(database.pool(1), other, false);
        AuditStore store = technology.open("users");
        String message = catchThrowableOfType(AuditStoreUnavailableException.class, store::prepare).getMessage();
        assertThat(message)
                .contains("\nCREATE TABLE " + database.quote(other) + "." + database.quote("flamingock_audit") + " (");
        for (String statement : message.substring(message.indexOf('\n') + 1).split(";\n?")) {
            database.execute(statement);
        }
        record(store);
    }

    @Test
    void findsAHistoryInAnotherSchema() throws Exception {
        apply(technology(database.pool(1), null, true).open("inventory", "users"), "a");
        ChangeTarget target = technology(database.pool(1), other, true).open("inventory", "users");
        target.fence(Claims.of(2), "shop");
        assertThat(target.foreignMarkers("shop"))
                .extracting(ForeignMarker::schema, ForeignMarker::service, found -> found.marker().changeId())
                .containsExactly(tuple(current(), "shop", "a"));
    }

    protected static void record(AuditStore store) {
        store.prepare();
        assertThat(store.write(new AuditWrite("shop", 0, List.of(), List.of(event(1, "a", ChangeState.STARTED)), null, null)))
                .isTrue();
    }

    protected static void apply(ChangeTarget target, String change) {
        target.fence(Claims.of(1), "shop");
        assertThat(target.execute(new ChangeCall("shop", change, "sum", 1, true), supply -> {
        })).isEqualTo(Outcome.APPLIED);
    }

    protected List<String> tables(String schema) throws SQLException {
        return database.query("SELECT table_name FROM information_schema.tables WHERE table_schema = '" + schema
                + "' AND table_name LIKE 'flamingock%'");
    }

    private static void execute(AgroalDataSource pool, String sql) throws SQLException {
        try (Connection connection = pool.getConnection()) {
            connection.createStatement().execute(sql);
        }
    }

    protected static JdbcTechnology technology(AgroalDataSource pool, String schema, boolean autoCreate) {
        return JdbcTechnologyTest.technology(pool, new JdbcSettings(schema, "flamingock_", Duration.ofMinutes(1),
                Duration.ofSeconds(10), Duration.ofSeconds(60), autoCreate, Duration.ZERO));
    }
}
