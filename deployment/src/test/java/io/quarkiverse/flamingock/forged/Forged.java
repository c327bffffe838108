package io.quarkiverse.flamingock.forged;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Locale;

import javax.sql.DataSource;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import io.quarkiverse.flamingock.Apply;
import io.quarkiverse.flamingock.Change;
import io.quarkiverse.flamingock.Flamingock;
import io.quarkiverse.flamingock.error.AuditStoreUnavailableException;
import io.quarkiverse.flamingock.spi.AuditField;
import io.quarkus.test.QuarkusUnitTest;

/**
 * Whoever changes what starts read by a plain UPDATE is noticed, whichever column it is.
 */
abstract class Forged {

    @Change(id = "create", author = "team")
    public static class _1__Create {
        @Apply
        void apply(Connection connection) {
        }
    }

    @Inject
    Flamingock flamingock;

    @Inject
    DataSource database;

    static QuarkusUnitTest application(String kind, String url) {
        return new QuarkusUnitTest()
                .withApplicationRoot(jar -> jar.addClasses(Forged.class, _1__Create.class))
                .overrideConfigKey("quarkus.devservices.enabled", "false")
                .overrideConfigKey("quarkus.datasource.db-kind", kind)
                .overrideRuntimeConfigKey("quarkus.datasource.jdbc.url", url);
    }

    String quoted(String name) {
        return '"' + name + '"';
    }

    @Test
    void everyColumnOfAState() throws SQLException {
        for (AuditField field : AuditField.values()) {
            if (!field.inState()) {
                continue;
            }
            String column = field.name().toLowerCase(Locale.ROOT);
            assertThat(flamingock.verify().intact()).as("before " + column).isTrue();
            Object original = value("flamingock_state", column);
            update("flamingock_state", column, field == AuditField.STATE ? "ROLLED_BACK"
                    : field.type() == String.class ? "mallory" : field.type() == Boolean.class ? (Object) false : 77);
            assertThat(flamingock.verify().intact()).as(column).isFalse();
            assertThat(flamingock.verify().broken().problem()).as(column)
                    .startsWith("Event 2 of change 'create' is the last of its"
                            + " change, but ")
                    .contains(field == AuditField.CHANGE_ID ? "the state of its change is missing"
                            : "the state of its change is not that of the event: " + column + " is ");
            update("flamingock_state", column, original);
        }
    }

    @Test
    void aStateThatIsNone() throws SQLException {
        update("flamingock_state", "state", "DONE");
        assertThatThrownBy(flamingock::verify).isInstanceOf(AuditStoreUnavailableException.class)
                .hasMessageContaining("holds state 'DONE' of change 'create' (sequence 2), which is none");
        update("flamingock_state", "state", "EXECUTED");
    }

    @Test
    void everyColumnOfTheHead() throws SQLException {
        assertHead("sequence", 1, "the head of the service");
        assertHead("sequence", 3, "Event 3 is missing");
        assertHead("hash", "sha256:00", "Event 2 of change 'create' does not match its hash, which is recorded in the head");
        update("flamingock_state", "state", "STARTED");
        assertThat(flamingock.verify().broken().problem()).contains("state is 'STARTED' there and 'EXECUTED' in the event");
        update("flamingock_state", "state", "EXECUTED");
    }

    private void assertHead(String column, Object forged, String problem) throws SQLException {
        Object original = value("flamingock_head", column);
        update("flamingock_head", column, forged);
        assertThat(flamingock.verify().broken().problem()).as(column).contains(problem);
        update("flamingock_head", column, original);
        assertThat(flamingock.verify().intact()).isTrue();
    }

    private Object value(String table, String column) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement("SELECT " + column + " FROM " + quoted(table));
                ResultSet row = select.executeQuery()) {
            row.next();
            return row.getObject(1);
        }
    }

    private void update(String table, String column, Object value) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement update = connection
                        .prepareStatement("UPDATE " + quoted(table) + " SET " + column + " = ?")) {
            update.setObject(1, value);
            assertThat(update.executeUpdate()).isEqualTo(1);
        }
    }
}
