package io.quarkiverse.flamingock.runtime.jdbc.store;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;

import io.quarkiverse.flamingock.runtime.jdbc.connection.Session;

/**
 * A random id that is made once, together with the tables: by it target systems know which audit store gave a token.
 */
final class StoreId {

    private static final String NAME = "id";

    private StoreId() {
    }

    static String of(Session session) throws SQLException {
        String found = read(session);
        if (found != null) {
            return found;
        }
        try (PreparedStatement insert = session.prepare("INSERT INTO " + session.tables().store() + " (name, id) VALUES (?, ?)"
                + session.dialect().orIgnore("name"))) {
            insert.setString(1, NAME);
            insert.setString(2, UUID.randomUUID().toString());
            insert.executeUpdate();
        } catch (SQLException e) {
            if (!session.dialect().isDuplicateKey(e)) {
                throw e;
            }
        }
        return read(session);
    }

    private static String read(Session session) throws SQLException {
        try (PreparedStatement select = session.prepare("SELECT id FROM " + session.tables().store() + " WHERE name = ?")) {
            select.setString(1, NAME);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? row.getString(1) : null;
            }
        }
    }
}
