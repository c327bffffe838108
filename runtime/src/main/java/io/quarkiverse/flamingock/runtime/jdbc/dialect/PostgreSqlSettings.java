package io.quarkiverse.flamingock.runtime.jdbc.dialect;

import java.util.List;
import java.util.Map;

/**
 * Settings of a session of PostgreSQL. Variables of applications ({@code SET app.user = …}) are in no list, so that everything
 * is reset after each change.
 */
final class PostgreSqlSettings implements SessionSettings {

    private static final String USER = "session_authorization";
    private static final String ROLE = "role";

    /** Among them are settings that the driver itself makes after it has connected. */
    @Override
    public String find() {
        return "SELECT name, setting FROM pg_catalog.pg_settings WHERE source = 'session' AND name NOT LIKE 'transaction%'"
                + " UNION ALL SELECT '" + USER + "', session_user::text"
                + " UNION ALL SELECT '" + ROLE + "', pg_catalog.current_setting('" + ROLE + "')";
    }

    /** DISCARD ALL, which refuses to be sent together with what it takes too much: the settings of the driver. */
    @Override
    public String reset(Map<String, String> found) {
        if (found == null) {
            return null;
        }
        StringBuilder sql = new StringBuilder(
                "CLOSE ALL;RESET ALL;DEALLOCATE ALL;UNLISTEN *;DISCARD TEMP;DISCARD SEQUENCES;"
                        + "SELECT pg_catalog.pg_advisory_unlock_all()");
        found.forEach((name, value) -> {
            if (!name.equals(USER) && !name.equals(ROLE)) {
                sql.append(", pg_catalog.set_config(").append(literal(name)).append(", ").append(literal(value))
                        .append(", false)");
            }
        });
        rights(found).forEach(right -> sql.append(";").append(right));
        return sql.toString();
    }

    @Override
    public boolean driverKnowsOpen() {
        return true;
    }

    @Override
    public List<String> rights(Map<String, String> found) {
        String role = found.get(ROLE);
        return List.of("SET SESSION AUTHORIZATION " + name(found.get(USER)),
                "SET ROLE " + (role.equals("none") ? "NONE" : name(role)));
    }

    private static String name(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    /** In a form that means the same whatever the session says of backslashes. */
    private static String literal(String value) {
        return "E'" + value.replace("\\", "\\\\").replace("'", "''") + '\'';
    }
}
