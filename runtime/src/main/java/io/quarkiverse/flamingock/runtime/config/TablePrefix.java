package io.quarkiverse.flamingock.runtime.config;

import io.quarkiverse.flamingock.error.FlamingockException;

/**
 * What the tables and collections of the extension begin with: the same rule for every data store, so that another one can be
 * chosen later.
 */
public final class TablePrefix {

    private static final int LONGEST = 41;

    private TablePrefix() {
    }

    /**
     * @param prefix a configured prefix
     * @return it
     * @throws FlamingockException when it can't be part of a name in every data store
     */
    public static String checked(String prefix) {
        boolean valid = !prefix.isEmpty() && prefix.length() <= LONGEST && !isDigit(prefix.charAt(0));
        for (int i = 0; valid && i < prefix.length(); i++) {
            char c = prefix.charAt(i);
            valid = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_' || isDigit(c);
        }
        if (!valid) {
            throw new FlamingockException("quarkus.flamingock.table-prefix is '" + prefix
                    + "' but must match [A-Za-z_][A-Za-z0-9_]{0,40}: letters, digits and underscores, at most " + LONGEST
                    + " characters, the first no digit");
        }
        return prefix;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
