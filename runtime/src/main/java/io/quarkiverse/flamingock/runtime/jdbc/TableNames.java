package io.quarkiverse.flamingock.runtime.jdbc;

import io.quarkiverse.flamingock.FlamingockException;

/**
 * The tables of the extension, quoted for SQL.
 *
 * @param dialect quotes them
 * @param schema the schema that they were found in; null before that was looked up, and where there are no schemas
 * @param prefix what their names begin with
 */
record TableNames(Dialect dialect, String schema, String prefix) {

    private static final int LONGEST_PREFIX = 41;

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

    /**
     * @param prefix a configured prefix
     * @return it
     * @throws FlamingockException when it can't be part of a table name on every database
     */
    static String checkedPrefix(String prefix) {
        boolean valid = !prefix.isEmpty() && prefix.length() <= LONGEST_PREFIX && !isDigit(prefix.charAt(0));
        for (int i = 0; valid && i < prefix.length(); i++) {
            char c = prefix.charAt(i);
            valid = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_' || isDigit(c);
        }
        if (!valid) {
            throw new FlamingockException("quarkus.flamingock.table-prefix is '" + prefix
                    + "' but must match [A-Za-z_][A-Za-z0-9_]{0,40}: letters, digits and underscores, at most "
                    + LONGEST_PREFIX + " characters, the first no digit");
        }
        return prefix;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
