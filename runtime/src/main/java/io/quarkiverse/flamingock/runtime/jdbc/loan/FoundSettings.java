package io.quarkiverse.flamingock.runtime.jdbc.loan;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Map;

import io.quarkiverse.flamingock.runtime.jdbc.dialect.SessionSettings;

/**
 * Asks a session for its settings.
 */
final class FoundSettings {

    private FoundSettings() {
    }

    /** With one statement. */
    static Map<String, String> of(Connection physical, SessionSettings settings) throws SQLException {
        Map<String, String> found = new LinkedHashMap<>();
        try (Statement statement = physical.createStatement(); ResultSet rows = statement.executeQuery(settings.find())) {
            while (rows.next()) {
                found.put(rows.getString(1), rows.getString(2));
            }
        }
        return found;
    }
}
