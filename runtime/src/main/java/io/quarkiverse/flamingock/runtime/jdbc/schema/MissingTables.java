package io.quarkiverse.flamingock.runtime.jdbc.schema;

import java.util.List;
import java.util.stream.Collectors;

import io.quarkiverse.flamingock.runtime.jdbc.connection.UnusableSchema;

/**
 * Tables or columns are missing that may not be created; the message has the statements that create them.
 */
public final class MissingTables extends UnusableSchema {

    private static final long serialVersionUID = 1;

    /**
     * @param what what is missing
     * @param statements what creates it
     */
    MissingTables(String what, List<String> statements) {
        super("quarkus.flamingock.auto-create is false, and " + what + " are missing. Let an administrator run:"
                + statements.stream().map(statement -> '\n' + statement + ';').collect(Collectors.joining()));
    }
}
