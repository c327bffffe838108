package io.quarkiverse.flamingock.runtime.jdbc.connection;

import java.sql.SQLException;

/**
 * The tables of the extension can't be used where they are to be; the message says why, and what to do.
 */
public class UnusableSchema extends SQLException {

    private static final long serialVersionUID = 1;

    /**
     * @param message what is the matter and what to do
     */
    public UnusableSchema(String message) {
        super(message);
    }
}
