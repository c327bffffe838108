package io.quarkiverse.flamingock.runtime.jdbc.takeover;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

import io.quarkiverse.flamingock.runtime.jdbc.connection.Session;
import io.quarkiverse.flamingock.runtime.jdbc.connection.TableNames;

/**
 * Finds transactions that were prepared in two phases, and of which no session is left that could end them.
 *
 * @param session a session of the database
 * @param tables the names of the tables
 * @param target the id of the target system
 */
record PreparedSearch(Session session, TableNames tables, String target) {

    /**
     * @param holder the session that has last locked the fence and not committed, as far as the database tells; may be null
     * @return the ids of those that may hold the fence; more than one only where the database does not tell which of them does
     */
    List<String> behind(Holder holder) throws SQLException {
        String query = session.dialect().findPrepared(tables.fence());
        List<String> ids = new ArrayList<>();
        if (query == null || holder != null && isThere(holder)) {
            return ids;
        }
        try (PreparedStatement select = session.prepare(query)) {
            if (session.dialect().tellsHolderOfLockedRow()) {
                select.setString(1, target);
            }
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    ids.add(rows.getString("data"));
                }
            }
        }
        return ids;
    }

    /** A session that is there still has its transaction itself. */
    private boolean isThere(Holder holder) throws SQLException {
        try (PreparedStatement select = session.prepare(session.dialect().findOtherSession())) {
            select.setString(1, Long.toString(holder.backend()));
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getString(2) != null;
            }
        }
    }

    /**
     * @param ids what was found
     * @return what a person does about them, as a part of a sentence
     */
    String ends(List<String> ids) {
        List<String> ends = new ArrayList<>();
        for (String id : ids) {
            ends.add(session.dialect().commitPrepared(id) + " or " + session.dialect().rollBackPrepared(id));
        }
        return String.join("; ", ends);
    }
}
