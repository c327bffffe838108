package io.quarkiverse.flamingock.runtime.jdbc.dialect;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Settings of a session of H2, which lists most of them as the statements that make them. All of those can be undone.
 */
final class H2Settings implements SessionSettings {

    private static final Pattern TABLE = Pattern.compile("TABLE (\"(?:[^\"]|\"\")*\"(?:\\.\"(?:[^\"]|\"\")*\")?)");

    /** A search path that is the current schema is the same as none. */
    @Override
    public String find() {
        return "SELECT state_key, state_command FROM INFORMATION_SCHEMA.SESSION_STATE WHERE state_command"
                + " <> 'SET SCHEMA_SEARCH_PATH \"' || SCHEMA() || '\"'"
                + " UNION ALL SELECT 'LOCK_TIMEOUT', 'SET LOCK_TIMEOUT ' || LOCK_TIMEOUT()"
                + " UNION ALL SELECT setting_name, 'SET ' || setting_name || ' ' || setting_value"
                + " FROM INFORMATION_SCHEMA.SETTINGS WHERE setting_name"
                + " IN ('NON_KEYWORDS', 'QUERY_TIMEOUT', 'TRUNCATE_LARGE_LENGTH', 'VARIABLE_BINARY')"
                + " UNION ALL SELECT 'ISOLATION', 'SET SESSION CHARACTERISTICS AS TRANSACTION ISOLATION LEVEL ' || isolation_level"
                + " FROM INFORMATION_SCHEMA.SESSIONS WHERE session_id = SESSION_ID()";
    }

    @Override
    public List<String> undo(Map<String, String> found, Map<String, String> left) {
        List<String> statements = new ArrayList<>();
        for (Map.Entry<String, String> setting : left.entrySet()) {
            String before = found.get(setting.getKey());
            if (before == null) {
                statements.add(without(setting.getKey(), setting.getValue(), found));
            } else if (!before.equals(setting.getValue())) {
                statements.add(before);
            }
        }
        for (Map.Entry<String, String> setting : found.entrySet()) {
            if (!left.containsKey(setting.getKey())) {
                statements.add(setting.getValue());
            }
        }
        return statements;
    }

    @Override
    public boolean mayBeClosed() {
        return false;
    }

    private static String without(String name, String statement, Map<String, String> found) {
        Matcher table = TABLE.matcher(statement);
        if (name.startsWith("TABLE ") && table.find()) {
            return "DROP TABLE " + table.group(1) + " CASCADE";
        }
        return switch (name) {
            case "TIME ZONE" -> "SET TIME ZONE LOCAL";
            case "NON_KEYWORDS" -> "SET NON_KEYWORDS";
            case "SCHEMA_SEARCH_PATH" -> found.get("SCHEMA").replaceFirst("SCHEMA", "SCHEMA_SEARCH_PATH");
            // a variable, with its @
            default -> "SET " + name + " NULL";
        };
    }
}
