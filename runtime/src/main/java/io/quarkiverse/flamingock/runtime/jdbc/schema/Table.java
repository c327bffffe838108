package io.quarkiverse.flamingock.runtime.jdbc.schema;

import java.util.List;
import java.util.stream.Collectors;

import io.quarkiverse.flamingock.runtime.jdbc.connection.TableNames;

/**
 * A table of the extension.
 *
 * @param names how the tables are called
 * @param suffix what the name of this one ends with
 * @param columns its columns
 * @param key the names of those that are its key
 */
public record Table(TableNames names, String suffix, List<Column> columns, List<String> key) {

    /** The table as it stands in statements. */
    String quoted() {
        return names.table(suffix);
    }

    /** The statement that creates it. */
    String create() {
        return create("");
    }

    /** The same, where nobody can say whether it is there. */
    String createUnlessThere() {
        return create("IF NOT EXISTS ");
    }

    private String create(String condition) {
        return "CREATE TABLE " + condition + quoted() + " ("
                + columns.stream().map(Column::definition).collect(Collectors.joining(", "))
                + ", PRIMARY KEY (" + String.join(", ", key) + "))" + names.dialect().tableOptions();
    }

    /** The statement that gives the table of an earlier version one more column. */
    String add(Column column) {
        return "ALTER TABLE " + quoted() + " ADD COLUMN " + column.definition();
    }
}
