package io.quarkiverse.flamingock.runtime.jdbc.schema;

import java.sql.SQLException;
import java.util.List;

/**
 * Tables are missing that may not be created; the message has the statements that create them.
 */
public final class MissingTables extends SQLException {

    private static final long serialVersionUID = 1;

    MissingTables(List<Table> tables) {
        super(message(tables));
    }

    private static String message(List<Table> tables) {
        StringBuilder message = new StringBuilder("quarkus.flamingock.auto-create is false, and tables are missing."
                + " Let an administrator run:");
        for (Table table : tables) {
            message.append('\n').append(table.create()).append(';');
        }
        return message.toString();
    }
}
