package io.quarkiverse.flamingock.runtime.mongodb;

import io.quarkiverse.flamingock.FlamingockException;

/**
 * The names of the extension's collections.
 *
 * @param prefix what they begin with
 */
record CollectionNames(String prefix) {

    private static final int LONGEST_PREFIX = 41;

    CollectionNames {
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
    }

    String audit() {
        return prefix.concat("audit");
    }

    String state() {
        return prefix.concat("state");
    }

    String head() {
        return prefix.concat("head");
    }

    String lock() {
        return prefix.concat("lock");
    }

    String fence() {
        return prefix.concat("fence");
    }

    String marker() {
        return prefix.concat("marker");
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
