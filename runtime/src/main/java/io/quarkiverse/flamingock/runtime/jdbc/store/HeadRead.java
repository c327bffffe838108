package io.quarkiverse.flamingock.runtime.jdbc.store;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

import io.quarkiverse.flamingock.runtime.jdbc.connection.OwnConnection;
import io.quarkiverse.flamingock.runtime.jdbc.connection.Session;
import io.quarkiverse.flamingock.spi.Head;

/**
 * The one question of a start with nothing pending. A plain statement of the driver's asks it, without a look at what database
 * it is: prepared statements, metadata and the wrappers of the pool are classes that such a start would load for nothing else.
 */
final class HeadRead {

    private static final String COLUMNS = "SELECT sequence, settled, hash FROM ";

    private HeadRead() {
    }

    static Head of(OwnConnection own, String service) throws SQLException {
        if (!isPlain(service)) {
            return prepared(own, service);
        }
        String sql = COLUMNS.concat(own.table("head")).concat(" WHERE service = '").concat(service).concat("'");
        try (Statement select = own.unpooled().createStatement(); ResultSet row = select.executeQuery(sql)) {
            return first(row);
        } catch (SQLException e) {
            return own.session().dialect().isMissingTable(e) ? Head.EMPTY : prepared(own, service);
        }
    }

    private static Head prepared(OwnConnection own, String service) throws SQLException {
        Session session = own.session();
        try (PreparedStatement select = session.prepare(COLUMNS + session.tables().head() + " WHERE service = ?")) {
            select.setString(1, service);
            try (ResultSet row = select.executeQuery()) {
                return first(row);
            }
        } catch (SQLException e) {
            if (session.dialect().isMissingTable(e)) {
                return Head.EMPTY;
            }
            throw e;
        }
    }

    private static Head first(ResultSet row) throws SQLException {
        return row.next() ? head(row) : Head.EMPTY;
    }

    /** Of the columns sequence, settled, hash, which come first. */
    static Head head(ResultSet row) throws SQLException {
        return new Head(row.getLong(1), row.getString(2), row.getString(3));
    }

    /** What no database takes for anything but itself between quotes. */
    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!(c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || "-_.:/@ ".indexOf(c) >= 0)) {
                return false;
            }
        }
        return true;
    }
}
