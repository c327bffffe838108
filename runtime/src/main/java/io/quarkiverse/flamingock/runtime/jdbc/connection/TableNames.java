package io.quarkiverse.flamingock.runtime.jdbc.connection;

import io.quarkiverse.flamingock.runtime.jdbc.dialect.Dialect;

/**
 * The tables of the extension, quoted for SQL.
 *
 * @param dialect quotes them
 * @param schema the schema that they are in; null before it is known
 * @param prefix what their names begin with
 */
public record TableNames(Dialect dialect, String schema, String prefix) {

    /** Events. */
    public String audit() {
        return table("audit");
    }

    /** The latest state of each change. */
    public String state() {
        return table("state");
    }

    /** How far the events of each service go. */
    public String head() {
        return table("head");
    }

    /** Who holds which target system. */
    public String lock() {
        return table("lock");
    }

    /** Which store this is. */
    public String store() {
        return table("store");
    }

    /** The newest token that each target system has seen. */
    public String fence() {
        return table("fence");
    }

    /** What changes have done in their transactions. */
    public String marker() {
        return table("marker");
    }

    /**
     * @param ownSchema the schema that they are in; null for names without a schema, which mean what the session says
     * @return the same tables there
     */
    public TableNames in(String ownSchema) {
        return new TableNames(dialect, ownSchema, prefix);
    }

    /**
     * @param suffix what the name of a table ends with
     * @return that table
     */
    public String table(String suffix) {
        String table = dialect.quote(prefix.concat(suffix));
        return schema == null ? table : dialect.quote(schema) + '.' + table;
    }
}
