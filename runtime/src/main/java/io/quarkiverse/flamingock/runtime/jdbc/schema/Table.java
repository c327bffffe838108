package io.quarkiverse.flamingock.runtime.jdbc.schema;

import io.quarkiverse.flamingock.runtime.jdbc.connection.TableNames;

/**
 * A table of the extension.
 *
 * @param name the table, without quotes
 * @param create the statement that creates it
 */
public record Table(String name, String create) {

    /**
     * @param names how the tables are called
     * @param suffix what the name of this one ends with
     * @param columns the definitions of its columns and its key
     * @return a table
     */
    public static Table of(TableNames names, String suffix, String columns) {
        String name = names.prefix() + suffix;
        return new Table(name, "CREATE TABLE " + names.dialect().quote(name) + " (" + columns + ")"
                + names.dialect().tableOptions());
    }
}
