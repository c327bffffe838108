package io.quarkiverse.flamingock.runtime.jdbc.takeover;

import java.util.List;

import io.quarkiverse.flamingock.runtime.jdbc.dialect.Dialect;
import io.quarkiverse.flamingock.runtime.jdbc.schema.Column;

/**
 * What whoever locks a fence notes in it of its own session, where the database does not tell that by itself. Others can read
 * it before it is committed.
 */
public final class HolderNote {

    private HolderNote() {
    }

    /**
     * @param dialect the dialect of the database
     * @return the columns that it needs in the table of fences
     */
    public static List<Column> columns(Dialect dialect) {
        return dialect.tellsHolderOfLockedRow() ? List.of()
                : List.of(Column.withDefault("locks", "BIGINT", "0"), Column.nullable("backend", "BIGINT"),
                        Column.nullable("locked_at", "VARCHAR(40)"));
    }

    /**
     * @param dialect the dialect of the database
     * @return what whoever locks a fence assigns to them, each after a comma
     */
    public static String assignments(Dialect dialect) {
        return dialect.tellsHolderOfLockedRow() ? ""
                : ", locks = locks + 1, backend = " + dialect.ownSession() + ", locked_at = " + dialect.nowAsText();
    }
}
