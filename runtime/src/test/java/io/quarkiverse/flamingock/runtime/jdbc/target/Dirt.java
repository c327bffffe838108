package io.quarkiverse.flamingock.runtime.jdbc.target;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * Something that a change leaves on its session.
 *
 * @param probe a query for one value that shows it
 * @param statements those that leave it
 * @param atOnce whether it is there before the transaction commits
 */
record Dirt(String probe, List<String> statements, boolean atOnce) {

    static Dirt of(String probe, String... statements) {
        return new Dirt(probe, List.of(statements), true);
    }

    static Dirt ofCommit(String probe, String... statements) {
        return new Dirt(probe, List.of(statements), false);
    }

    void leaveOn(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    /** What a session says. */
    String of(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement(); ResultSet row = statement.executeQuery(probe)) {
            return row.next() ? row.getString(1) : "nothing";
        }
    }

    @Override
    public String toString() {
        return statements.get(statements.size() - 1);
    }
}
