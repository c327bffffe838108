package io.quarkiverse.flamingock.runtime.jdbc.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class H2SettingsTest {

    private final H2Settings settings = new H2Settings();

    /** What a change leaves is found and undone however the database treats names. */
    @ParameterizedTest
    @ValueSource(strings = { "", ";DATABASE_TO_UPPER=FALSE", ";DATABASE_TO_LOWER=TRUE",
            ";DATABASE_TO_UPPER=FALSE;CASE_INSENSITIVE_IDENTIFIERS=TRUE", ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE",
            ";MODE=MySQL;DATABASE_TO_LOWER=TRUE" })
    void areFoundAndUndone(String options) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:h2:mem:" + options)) {
            Map<String, String> found = find(connection);
            connection.createStatement().execute("CREATE SCHEMA \"other\"");
            connection.createStatement().execute("SET SCHEMA \"other\"");
            connection.createStatement().execute("SET LOCK_TIMEOUT 777");
            Map<String, String> left = find(connection);
            assertThat(left).isNotEqualTo(found);
            for (String statement : settings.undo(found, left)) {
                connection.createStatement().execute(statement);
            }
            assertThat(find(connection)).isEqualTo(found);
        }
    }

    private Map<String, String> find(Connection connection) throws SQLException {
        Map<String, String> found = new HashMap<>();
        try (ResultSet rows = connection.createStatement().executeQuery(settings.find())) {
            while (rows.next()) {
                found.put(rows.getString(1), rows.getString(2));
            }
        }
        return found;
    }
}
