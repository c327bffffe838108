package io.quarkiverse.flamingock.runtime.jdbc.store;

import java.util.List;

import io.quarkiverse.flamingock.runtime.jdbc.connection.TableNames;
import io.quarkiverse.flamingock.runtime.jdbc.dialect.Dialect;
import io.quarkiverse.flamingock.runtime.jdbc.schema.Table;
import io.quarkiverse.flamingock.spi.AuditField;

/**
 * The tables of an audit store and its lock.
 */
final class StoreTables {

    private StoreTables() {
    }

    static List<Table> of(TableNames names) {
        Dialect dialect = names.dialect();
        String key = dialect.keyType() + " NOT NULL";
        String service = "service " + key;
        return List.of(
                Table.of(names, "audit", service + AuditColumn.definitions(dialect, false)
                        + ", happened_at " + dialect.timestampType() + " NOT NULL, PRIMARY KEY (service, sequence)"),
                Table.of(names, "state", service + AuditColumn.definitions(dialect, true)
                        + ", PRIMARY KEY (service, change_id)"),
                Table.of(names, "head",
                        service + ", sequence BIGINT NOT NULL, settled " + dialect.textType(AuditField.TEXT_LENGTH)
                                + ", hash " + dialect.textType(AuditField.TEXT_LENGTH) + ", PRIMARY KEY (service)"),
                Table.of(names, "lock", "name " + key + ", owner " + dialect.keyType()
                        + ", previous_owner " + dialect.keyType() + ", token BIGINT NOT NULL, expires_at "
                        + dialect.timestampType() + " NOT NULL, PRIMARY KEY (name)"));
    }
}
