package org.acme.faults;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

import io.quarkiverse.flamingock.result.ChangeState;

/**
 * The audit store in tables.
 */
record SqlByHand(SqlPlace place) implements ByHand {

    @Override
    public List<Event> events() {
        List<Event> events = new ArrayList<>();
        try (Connection connection = place.connect(); Statement statement = connection.createStatement()) {
            if (!hasTables(connection)) {
                return events;
            }
            try (ResultSet rows = statement.executeQuery("SELECT sequence, change_id, state, attempt, token, target_system,"
                    + " change_order, happened_at, error, resolved_by, execution_id FROM flamingock_audit"
                    + " WHERE service = 'quarkus-flamingock-faults' ORDER BY sequence")) {
                while (rows.next()) {
                    events.add(new Event(rows.getLong(1), rows.getString(2), ChangeState.valueOf(rows.getString(3)),
                            rows.getInt(4), rows.getLong(5), rows.getString(6), rows.getString(7),
                            place.instant(rows, 8), rows.getString(9), rows.getString(10), rows.getString(11)));
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return events;
    }

    private static boolean hasTables(Connection connection) throws SQLException {
        try (ResultSet tables = connection.getMetaData().getTables(connection.getCatalog(), null, "%",
                null)) {
            while (tables.next()) {
                if (tables.getString("TABLE_NAME").equals("flamingock_audit")) {
                    return true;
                }
            }
            return false;
        }
    }

    @Override
    public List<String> values(String table) {
        List<String> values = new ArrayList<>();
        try (Connection connection = place.connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT * FROM flamingock_" + table)) {
            int columns = rows.getMetaData().getColumnCount();
            while (rows.next()) {
                for (int i = 1; i <= columns; i++) {
                    values.add(String.valueOf(rows.getString(i)));
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return values;
    }

    @Override
    public int services() {
        return Integer.parseInt(Sql.ask(place.url(), "SELECT COUNT(DISTINCT service) FROM flamingock_audit"));
    }

    @Override
    public String owner(String target) {
        return Sql.ask(place.url(), "SELECT owner FROM flamingock_lock WHERE name = '" + target + "'");
    }

    @Override
    public int held() {
        return Integer.parseInt(Sql.ask(place.url(), "SELECT COUNT(*) FROM flamingock_lock WHERE owner IS NOT NULL"));
    }

    @Override
    public void endLeases() {
        place.execute("UPDATE flamingock_lock SET expires_at = TIMESTAMP '2001-01-01 00:00:00'");
    }

    @Override
    public void extendLeases(int seconds) {
        place.execute("UPDATE flamingock_lock SET expires_at = " + place.clock() + " + INTERVAL '" + seconds + "' SECOND");
    }

    @Override
    public void take(String target, int seconds) {
        place.execute("UPDATE flamingock_lock SET owner = 'somebody else', token = token + 1, expires_at = " + place.clock()
                + " + INTERVAL '" + seconds + "' SECOND WHERE name = '" + target + "'");
    }

    @Override
    public void deleteLocks() {
        place.execute("DELETE FROM flamingock_lock");
    }

    @Override
    public void truncateLocks() {
        place.execute("TRUNCATE TABLE flamingock_lock");
    }

    @Override
    public void save() {
        TABLES.forEach(table -> place.execute("CREATE TABLE saved_" + table + " AS SELECT * FROM flamingock_" + table));
    }

    @Override
    public void putBack() {
        TABLES.forEach(table -> {
            place.execute("DELETE FROM flamingock_" + table);
            place.execute("INSERT INTO flamingock_" + table + " SELECT * FROM saved_" + table);
        });
    }

    @Override
    public void drop() {
        TABLES.forEach(table -> place.execute("DROP TABLE flamingock_" + table));
    }
}
