package io.quarkiverse.flamingock.runtime.jdbc.schema;

/**
 * A column of a table of the extension.
 *
 * @param name its name, in lower case and without quotes
 * @param type its type
 * @param initial what rows have that were written by a version without this column, as a literal; null where the column may be
 *        null
 * @param nullable whether it may be null
 */
public record Column(String name, String type, String initial, boolean nullable) {

    /**
     * @param name the name
     * @param type the type
     * @return a column that may be null
     */
    public static Column nullable(String name, String type) {
        return new Column(name, type, null, true);
    }

    /**
     * @param name the name
     * @param type the type
     * @return a column that was there in the first version of its table
     */
    public static Column required(String name, String type) {
        return new Column(name, type, null, false);
    }

    /**
     * @param name the name
     * @param type the type
     * @param initial a literal
     * @return a column that has this value where a row is inserted without it
     */
    public static Column withDefault(String name, String type, String initial) {
        return new Column(name, type, initial, false);
    }

    /** As it stands in a statement that creates or changes a table. */
    public String definition() {
        return name + ' ' + type + (initial == null ? "" : " DEFAULT " + initial) + (nullable ? "" : " NOT NULL");
    }
}
