package io.quarkiverse.flamingock.runtime.jdbc;

/**
 * The tables of the extension, quoted for SQL.
 *
 * @param dialect quotes them
 * @param schema the schema that they were found in; null before that was looked up, and where there are no schemas
 * @param prefix what their names begin with
 */
record TableNames(Dialect dialect, String schema, String prefix) {

    String audit() {
        return table("audit");
    }

    String state() {
        return table("state");
    }

    String head() {
        return table("head");
    }

    String lock() {
        return table("lock");
    }

    String fence() {
        return table("fence");
    }

    String marker() {
        return table("marker");
    }

    TableNames in(String foundSchema) {
        return new TableNames(dialect, foundSchema, prefix);
    }

    private String table(String suffix) {
        String table = dialect.quote(prefix.concat(suffix));
        return schema == null ? table : dialect.quote(schema) + '.' + table;
    }
}
