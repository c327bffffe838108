package io.quarkiverse.flamingock.runtime.jdbc.store;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.quarkiverse.flamingock.result.AuditEvent;
import io.quarkiverse.flamingock.runtime.jdbc.connection.Session;
import io.quarkiverse.flamingock.spi.AuditWrite;

/**
 * Records events with the states and the head that follow, all or nothing.
 */
interface AuditWriter {

    /**
     * @return false, with nothing written, when the head has moved on or a lease is no longer held
     */
    boolean write(Session session, AuditWrite write) throws SQLException;

    /** The values to store of each event, by {@link AuditColumn#ordinal()}, with its sequence. */
    static List<Object[]> rows(AuditWrite write) {
        List<Object[]> rows = new ArrayList<>();
        for (AuditEvent event : write.events()) {
            Object[] row = new Object[AuditColumn.values().length];
            for (AuditColumn column : AuditColumn.values()) {
                row[column.ordinal()] = column.of(event);
            }
            row[AuditColumn.SEQUENCE.ordinal()] = write.expected() + rows.size() + 1;
            rows.add(row);
        }
        return rows;
    }

    /** Those rows that are the last of their change. */
    static List<Object[]> latest(List<Object[]> rows) {
        Map<Object, Object[]> byChange = new HashMap<>();
        for (Object[] row : rows) {
            byChange.put(row[AuditColumn.CHANGE_ID.ordinal()], row);
        }
        return new ArrayList<>(byChange.values());
    }

    /** The sequence of the head after a write. */
    static long next(AuditWrite write) {
        return write.expected() + write.events().size();
    }
}
