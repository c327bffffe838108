package io.quarkiverse.flamingock.runtime.jdbc.store;

import java.sql.JDBCType;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import io.quarkiverse.flamingock.result.AuditEvent;
import io.quarkiverse.flamingock.runtime.jdbc.dialect.Dialect;
import io.quarkiverse.flamingock.runtime.jdbc.schema.Column;
import io.quarkiverse.flamingock.spi.AuditField;

/**
 * The columns that an event fills, in the audit table and, some of them, in the state table: one for each field that the
 * store does not make itself, named like it.
 */
final class AuditColumn {

    private static final AuditColumn[] COLUMNS = Stream.of(AuditField.values()).filter(field -> field != AuditField.TIME)
            .map(AuditColumn::new).toArray(AuditColumn[]::new);
    static final AuditColumn SEQUENCE = COLUMNS[AuditField.SEQUENCE.ordinal()];
    static final AuditColumn CHANGE_ID = COLUMNS[AuditField.CHANGE_ID.ordinal()];

    /** What a column holds. */
    enum Kind {
        KEY(JDBCType.VARCHAR),
        TEXT(JDBCType.VARCHAR),
        INTEGER(JDBCType.INTEGER),
        LONG(JDBCType.BIGINT),
        BOOLEAN(JDBCType.BOOLEAN);

        final JDBCType jdbc;

        Kind(JDBCType jdbc) {
            this.jdbc = jdbc;
        }
    }

    final AuditField field;
    final String column;
    final Kind kind;
    final boolean inState;

    private AuditColumn(AuditField field) {
        this.field = field;
        this.column = field.name().toLowerCase(Locale.ROOT);
        this.kind = kind(field);
        this.inState = field.inState();
    }

    static AuditColumn[] values() {
        return COLUMNS.clone();
    }

    int ordinal() {
        return field.ordinal();
    }

    /**
     * @return what to store of an event
     */
    Object of(AuditEvent event) {
        return field.of(event);
    }

    /**
     * @return what is stored in a row
     */
    Object of(ResultSet row) throws SQLException {
        Object value = switch (kind) {
            case KEY, TEXT -> row.getString(column);
            case INTEGER -> row.getInt(column);
            case LONG -> row.getLong(column);
            case BOOLEAN -> row.getBoolean(column);
        };
        return row.wasNull() ? null : value;
    }

    /**
     * @param onlyState whether only the columns of the state table are meant
     * @return the columns
     */
    static List<Column> definitions(Dialect dialect, boolean onlyState) {
        return Stream.of(COLUMNS).filter(column -> column.inState || !onlyState).map(column -> column.definition(dialect))
                .toList();
    }

    /**
     * @param onlyState whether only the columns of the state table are meant
     * @return the names of the columns, separated by commas
     */
    static String names(boolean onlyState) {
        StringBuilder sql = new StringBuilder();
        for (AuditColumn column : values()) {
            if (column.inState || !onlyState) {
                sql.append(sql.length() == 0 ? "" : ", ").append(column.column);
            }
        }
        return sql.toString();
    }

    private Column definition(Dialect dialect) {
        return switch (kind) {
            case KEY -> Column.required(column, dialect.keyType());
            case TEXT -> Column.nullable(column, dialect.textType(field.length()));
            case INTEGER -> Column.required(column, "INTEGER");
            case LONG -> field == AuditField.DURATION_NANOS || field == AuditField.RESOLVED_TOKEN
                    ? Column.nullable(column, "BIGINT")
                    : Column.required(column, "BIGINT");
            case BOOLEAN -> Column.required(column, dialect.booleanType());
        };
    }

    private static Kind kind(AuditField field) {
        if (field == AuditField.CHANGE_ID || field == AuditField.TARGET_SYSTEM) {
            return Kind.KEY;
        }
        return field.type() == Long.class ? Kind.LONG
                : field.type() == Integer.class ? Kind.INTEGER : field.type() == Boolean.class ? Kind.BOOLEAN : Kind.TEXT;
    }
}
