package org.acme.faults;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * A connection.
 */
final class SqlRival implements Rival {

    private final SqlPlace place;
    private final Connection connection;

    SqlRival(SqlPlace place) {
        this.place = place;
        try {
            connection = place.connect();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void add(int counter) {
        try (Statement statement = connection.createStatement()) {
            statement.execute("UPDATE counter SET n = n + 1 WHERE id = " + counter);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void hold(int counter) {
        try (Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            place.loseNoDeadlock(statement);
            add(counter);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void meet(int counter) {
        add(counter);
    }

    @Override
    public void commit() {
        try {
            connection.commit();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
