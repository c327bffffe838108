package io.quarkiverse.flamingock.runtime.jdbc.connection;

import io.quarkiverse.flamingock.runtime.jdbc.dialect.Dialect;

/**
 * The tables of the extension, quoted for SQL.
 *
 * @param dialect quotes them
 * @param schema the schema that they were found in; null before that was looked up, and where there are no schemas
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
     * @param foundSchema the schema that they are in; null where there are no schemas
     * @return the same tables, together with it
     */
    public TableNames in(String foundSchema) {
        return new TableNames(dialect, foundSchema, prefix);
    }

    private String table(String suffix) {
        String table = dialect.quote(prefix.concat(suffix));
        return schema == null ? table : dialect.quote(schema) + '.' + table;
    }
}
