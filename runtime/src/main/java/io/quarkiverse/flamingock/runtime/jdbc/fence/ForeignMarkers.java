package io.quarkiverse.flamingock.runtime.jdbc.fence;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import org.jboss.logging.Logger;

import io.quarkiverse.flamingock.runtime.jdbc.connection.Session;
import io.quarkiverse.flamingock.runtime.jdbc.connection.TableNames;
import io.quarkiverse.flamingock.runtime.redact.Redaction;
import io.quarkiverse.flamingock.spi.ForeignMarker;
import io.quarkiverse.flamingock.spi.Marker;

/**
 * Looks for markers in all tables of the database that may be the extension's, whatever their prefix and schema.
 *
 * @param session a session of the database
 * @param tables the own tables
 */
public record ForeignMarkers(Session session, TableNames tables) {

    private static final Logger LOG = Logger.getLogger(ForeignMarkers.class);
    private static final String MARKER = "marker";
    private static final String FENCE = "fence";

    /** A pair of tables of the extension. */
    private record Place(String schema, String prefix) {
    }

    /**
     * @param service whose own markers are not meant
     * @return all others that this user may see
     */
    public List<ForeignMarker> others(String service) throws SQLException {
        List<ForeignMarker> found = new ArrayList<>();
        Set<Place> fences = places(FENCE);
        for (Place place : places(MARKER)) {
            if (fences.contains(place)) {
                TableNames names = new TableNames(session.dialect(), place.schema, place.prefix);
                boolean own = names.marker().equals(tables.marker());
                try {
                    read(names, place, own ? service : null, found);
                } catch (SQLException e) {
                    // Not of the extension, or not for this user to read: then it is no history of this application.
                    LOG.debugf("%s can't be read: %s", names.marker(), Redaction.of(e.toString()));
                }
            }
        }
        return found;
    }

    private void read(TableNames names, Place place, String except, List<ForeignMarker> found) throws SQLException {
        try (PreparedStatement select = session.prepare("SELECT service, change_id, token, checksum, state FROM "
                + names.marker()); ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                if (!rows.getString(1).equals(except)) {
                    found.add(new ForeignMarker(rows.getString(1), place.prefix, place.schema, names.marker(),
                            new Marker(rows.getString(2),
                                    rows.getLong(3), rows.getString(4), Marker.State.valueOf(rows.getString(5)))));
                }
            }
        }
    }

    private Set<Place> places(String suffix) throws SQLException {
        Set<Place> places = new LinkedHashSet<>();
        if (!session.dialect().schemasAreCatalogs()) {
            add(places, null, suffix);
            return places;
        }
        // Another database is another place, as that of a copy on the same server.
        String current = session.connection().getCatalog();
        add(places, current, suffix);
        if (!tables.schema().equals(current)) {
            add(places, tables.schema(), suffix);
        }
        return places;
    }

    private void add(Set<Place> places, String catalog, String suffix) throws SQLException {
        try (ResultSet rows = session.connection().getMetaData().getTables(catalog, null, "%" + suffix, null)) {
            while (rows.next()) {
                String name = rows.getString("TABLE_NAME");
                places.add(new Place(rows.getString(session.dialect().schemasAreCatalogs() ? "TABLE_CAT" : "TABLE_SCHEM"),
                        name.substring(0, name.length() - suffix.length())));
            }
        }
    }
}
