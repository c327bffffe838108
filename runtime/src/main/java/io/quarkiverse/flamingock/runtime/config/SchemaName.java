package io.quarkiverse.flamingock.runtime.config;

import java.util.Optional;

import io.quarkiverse.flamingock.error.FlamingockException;

/**
 * The schema that the tables of the extension are in. Dialects quote it, so that what is refused here is what can only be a
 * mistake: quotes, blanks, a catalog before a dot.
 */
public final class SchemaName {

    private static final int LONGEST = 63;

    private SchemaName() {
    }

    /**
     * @param schema a configured schema
     * @return it; null where none is configured
     * @throws FlamingockException when it can't be the name of one
     */
    public static String checked(Optional<String> schema) {
        return checked(schema.orElse(null));
    }

    /**
     * @param schema a schema, or null
     * @return it
     * @throws FlamingockException when it can't be the name of one
     */
    public static String checked(String schema) {
        if (schema == null) {
            return null;
        }
        boolean valid = !schema.isEmpty() && schema.length() <= LONGEST;
        for (int i = 0; valid && i < schema.length(); i++) {
            char c = schema.charAt(i);
            valid = Character.isLetterOrDigit(c) || c == '_' || c == '-' || c == '$';
        }
        if (!valid) {
            throw new FlamingockException("quarkus.flamingock.schema is '" + schema
                    + "' but must be the name of one schema, as it is and without quotes: letters, digits, underscores, hyphens"
                    + " and dollar signs, at most " + LONGEST + " characters");
        }
        return schema;
    }
}
