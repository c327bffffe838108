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

    /**
     * A search path that is the current schema is the same as none. Upper case, as a database that keeps names as they are
     * written has its own, too.
     */
    @Override
    public String find() {
        return "SELECT STATE_KEY, STATE_COMMAND FROM INFORMATION_SCHEMA.SESSION_STATE WHERE STATE_COMMAND"
                + " <> 'SET SCHEMA_SEARCH_PATH \"' || SCHEMA() || '\"'"
                + " UNION ALL SELECT 'LOCK_TIMEOUT', 'SET LOCK_TIMEOUT ' || LOCK_TIMEOUT()"
                + " UNION ALL SELECT SETTING_NAME, 'SET ' || SETTING_NAME || ' ' || SETTING_VALUE"
                + " FROM INFORMATION_SCHEMA.SETTINGS WHERE SETTING_NAME"
                + " IN ('NON_KEYWORDS', 'QUERY_TIMEOUT', 'TRUNCATE_LARGE_LENGTH', 'VARIABLE_BINARY')"
                + " UNION ALL SELECT 'ISOLATION', 'SET SESSION CHARACTERISTICS AS TRANSACTION ISOLATION LEVEL ' || ISOLATION_LEVEL"
                + " FROM INFORMATION_SCHEMA.SESSIONS WHERE SESSION_ID = SESSION_ID()"
                + " UNION ALL SELECT '" + OPEN + "', CASE WHEN CONTAINS_UNCOMMITTED THEN '1' ELSE '0' END"
                + " FROM INFORMATION_SCHEMA.SESSIONS WHERE SESSION_ID = SESSION_ID()";
    }

    @Override
    public List<String> undo(Map<String, String> found, Map<String, String> left) {
        List<String> statements = new ArrayList<>();
        for (Map.Entry<String, String> setting : left.entrySet()) {
            String before = found.get(setting.getKey());
            if (before == null) {
                statements.add(without(setting.getKey(), setting.getValue(), found));
            } else if (!before.equals(setting.getValue()) && !setting.getKey().equals(OPEN)) {
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
    public boolean rollsBackForNothing(String driver) {
        return true;
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
