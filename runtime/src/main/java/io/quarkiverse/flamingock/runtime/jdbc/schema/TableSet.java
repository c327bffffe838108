package io.quarkiverse.flamingock.runtime.jdbc.schema;

import java.util.List;

import io.quarkiverse.flamingock.runtime.jdbc.connection.TableNames;

/**
 * The tables that a part of the extension needs.
 */
public interface TableSet {

    /**
     * @param names how tables are called
     * @return the tables, at least one
     */
    List<Table> of(TableNames names);
}
