package io.quarkiverse.flamingock.runtime.jdbc.store;

import java.sql.JDBCType;
import java.time.Duration;

import io.quarkiverse.flamingock.result.AuditEvent;
import io.quarkiverse.flamingock.runtime.jdbc.dialect.Dialect;
import io.quarkiverse.flamingock.spi.EventLimits;

/**
 * The columns that an event fills, in the audit table and, some of them, in the state table.
 */
enum AuditColumn {

    SEQUENCE("sequence", Kind.LONG, 0, true),
    EXECUTION_ID("execution_id", Kind.TEXT, EventLimits.TEXT, false),
    ATTEMPT("attempt", Kind.INTEGER, 0, true),
    CHANGE_ID("change_id", Kind.KEY, 0, true),
    STATE("state", Kind.TEXT, 40, true),
    TARGET_SYSTEM("target_system", Kind.KEY, 0, true),
    CHANGE_ORDER("change_order", Kind.TEXT, EventLimits.TEXT, true),
    AUTHOR("author", Kind.TEXT, EventLimits.TEXT, false),
    DESCRIPTION("description", Kind.TEXT, EventLimits.DESCRIPTION, false),
    SOURCE("source", Kind.TEXT, EventLimits.SOURCE, false),
    TRANSACTIONAL("transactional", Kind.BOOLEAN, 0, true),
    RECOVERY("recovery", Kind.TEXT, 40, false),
    TOKEN("token", Kind.LONG, 0, true),
    DURATION_NANOS("duration_nanos", Kind.LONG, 0, false),
    ERROR("error", Kind.TEXT, EventLimits.ERROR, true),
    EXECUTED_BY("executed_by", Kind.TEXT, EventLimits.TEXT, false),
    HOST("host", Kind.TEXT, EventLimits.TEXT, false),
    APPLICATION_VERSION("application_version", Kind.TEXT, EventLimits.TEXT, false),
    TAG("tag", Kind.TEXT, EventLimits.TEXT, false),
    CHECKSUM("checksum", Kind.TEXT, EventLimits.TEXT, true),
    RESOLVED_BY("resolved_by", Kind.TEXT, EventLimits.RESOLVED_BY, false),
    RESOLVED_TOKEN("resolved_token", Kind.LONG, 0, false),
    INTERRUPTIONS("interruptions", Kind.INTEGER, 0, true),
    PREVIOUS_HASH("previous_hash", Kind.TEXT, EventLimits.TEXT, false);

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

    final String column;
    final Kind kind;
    final boolean inState;
    private final int length;

    AuditColumn(String column, Kind kind, int length, boolean inState) {
        this.column = column;
        this.kind = kind;
        this.length = length;
        this.inState = inState;
    }

    /**
     * @return what to store of an event
     */
    Object of(AuditEvent event) {
        return switch (this) {
            case SEQUENCE -> event.sequence();
            case EXECUTION_ID -> event.executionId();
            case ATTEMPT -> event.attempt();
            case CHANGE_ID -> event.changeId();
            case STATE -> event.state().name();
            case TARGET_SYSTEM -> event.targetSystem();
            case CHANGE_ORDER -> event.order();
            case AUTHOR -> event.author();
            case DESCRIPTION -> event.description();
            case SOURCE -> event.source();
            case TRANSACTIONAL -> event.transactional();
            case RECOVERY -> event.recovery() == null ? null : event.recovery().name();
            case TOKEN -> event.token();
            case DURATION_NANOS -> nanos(event.duration());
            case ERROR -> event.error();
            case EXECUTED_BY -> event.executedBy();
            case HOST -> event.host();
            case APPLICATION_VERSION -> event.applicationVersion();
            case TAG -> event.tag();
            case CHECKSUM -> event.checksum();
            case RESOLVED_BY -> event.resolvedBy();
            case RESOLVED_TOKEN -> event.resolvedToken();
            case INTERRUPTIONS -> event.interruptions();
            case PREVIOUS_HASH -> event.previousHash();
        };
    }

    /**
     * @param onlyState whether only the columns of the state table are meant
     * @return the definitions of the columns, each after a comma
     */
    static String definitions(Dialect dialect, boolean onlyState) {
        StringBuilder sql = new StringBuilder();
        for (AuditColumn column : values()) {
            if (column.inState || !onlyState) {
                sql.append(", ").append(column.column).append(' ').append(column.type(dialect));
            }
        }
        return sql.toString();
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

    private String type(Dialect dialect) {
        return switch (kind) {
            case KEY -> dialect.keyType() + " NOT NULL";
            case TEXT -> dialect.textType(length);
            case INTEGER -> "INTEGER NOT NULL";
            case LONG -> this == DURATION_NANOS || this == RESOLVED_TOKEN ? "BIGINT" : "BIGINT NOT NULL";
            case BOOLEAN -> dialect.booleanType() + " NOT NULL";
        };
    }

    private static Long nanos(Duration duration) {
        return duration == null ? null : duration.toNanos();
    }
}
