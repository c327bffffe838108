package io.quarkiverse.flamingock.runtime.jdbc;

import java.util.List;

import io.quarkiverse.flamingock.spi.AuditField;

/**
 * The tables of an audit store and its lock.
 */
final class StoreTables {

    private StoreTables() {
    }

    static List<Schema.Table> of(TableNames names) {
        Dialect dialect = names.dialect();
        String key = dialect.keyType() + " NOT NULL";
        String service = "service " + key;
        return List.of(
                table(names, "audit", service + AuditColumn.definitions(dialect, false)
                        + ", happened_at " + dialect.timestampType() + " NOT NULL, PRIMARY KEY (service, sequence)"),
                table(names, "state", service + AuditColumn.definitions(dialect, true)
                        + ", PRIMARY KEY (service, change_id)"),
                table(names, "head", service + ", sequence BIGINT NOT NULL, settled " + dialect.textType(AuditField.TEXT_LENGTH)
                        + ", hash " + dialect.textType(AuditField.TEXT_LENGTH) + ", PRIMARY KEY (service)"),
                table(names, "lock", "name " + key + ", owner " + dialect.keyType()
                        + ", previous_owner " + dialect.keyType() + ", token BIGINT NOT NULL, expires_at "
                        + dialect.timestampType() + " NOT NULL, PRIMARY KEY (name)"));
    }

    static Schema.Table table(TableNames names, String suffix, String columns) {
        String name = names.prefix() + suffix;
        return new Schema.Table(name, "CREATE TABLE " + names.dialect().quote(name) + " (" + columns + ")"
                + names.dialect().tableOptions());
    }
}
