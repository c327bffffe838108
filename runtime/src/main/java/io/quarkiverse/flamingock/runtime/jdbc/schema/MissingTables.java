package io.quarkiverse.flamingock.runtime.jdbc.schema;

import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;

import io.quarkiverse.flamingock.runtime.jdbc.connection.UnusableSchema;

/**
 * Tables or columns are missing that may not be created; the message has all statements that it takes.
 */
public final class MissingTables extends UnusableSchema {

    private static final long serialVersionUID = 1;

    private MissingTables(String found, List<String> statements) {
        super(found + ". Let an administrator run:"
                + statements.stream().map(statement -> '\n' + statement + ';').collect(Collectors.joining()));
    }

    /**
     * @param what what is missing, as a sentence
     * @param statements what creates it, and lets the user of the application use it
     * @return the error where the configuration says that the extension creates nothing
     */
    static MissingTables unwanted(String what, List<String> statements) {
        return new MissingTables("quarkus.flamingock.auto-create is false, and " + what, statements);
    }

    /**
     * @param refused what the database says
     * @param what what is missing, as a sentence
     * @param statements what creates it, and lets the user of the application use it
     * @return the error where the user of the application has no right to create it
     */
    static MissingTables refused(SQLException refused, String what, List<String> statements) {
        return new MissingTables("the user of the application may not create tables (" + brief(refused) + "), and " + what,
                statements);
    }

    /** Without the statement, which some drivers put behind the first line. */
    private static String brief(SQLException error) {
        String message = String.valueOf(error.getMessage());
        int end = message.indexOf('\n');
        return (end < 0 ? message : message.substring(0, end)).replace("; SQL statement:", "").strip();
    }
}
