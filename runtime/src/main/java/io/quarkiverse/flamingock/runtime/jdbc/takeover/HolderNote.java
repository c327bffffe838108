package io.quarkiverse.flamingock.runtime.jdbc.takeover;

import io.quarkiverse.flamingock.runtime.jdbc.dialect.Dialect;

/**
 * What whoever locks a fence notes in it of its own session, where the database does not tell that by itself. Others can read
 * it before it is committed.
 */
public final class HolderNote {

    private HolderNote() {
    }

    /**
     * @param dialect the dialect of the database
     * @return the columns that it needs in the table of fences, each after a comma
     */
    public static String columns(Dialect dialect) {
        return dialect.tellsHolderOfLockedRow() ? ""
                : ", locks BIGINT DEFAULT 0 NOT NULL, backend BIGINT, locked_at VARCHAR(40)";
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
