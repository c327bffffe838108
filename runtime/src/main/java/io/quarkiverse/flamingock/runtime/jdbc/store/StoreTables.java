package io.quarkiverse.flamingock.runtime.jdbc.store;

import java.util.ArrayList;
import java.util.List;

import io.quarkiverse.flamingock.runtime.jdbc.connection.TableNames;
import io.quarkiverse.flamingock.runtime.jdbc.dialect.Dialect;
import io.quarkiverse.flamingock.runtime.jdbc.schema.Column;
import io.quarkiverse.flamingock.runtime.jdbc.schema.Table;
import io.quarkiverse.flamingock.runtime.jdbc.schema.TableSet;
import io.quarkiverse.flamingock.spi.AuditField;

/**
 * The tables of an audit store and its lock.
 */
final class StoreTables implements TableSet {

    static final TableSet ALL = new StoreTables();

    private StoreTables() {
    }

    @Override
    public List<Table> of(TableNames names) {
        Dialect dialect = names.dialect();
        String text = dialect.textType(AuditField.TEXT_LENGTH);
        Column service = Column.required("service", dialect.keyType());
        List<Column> audit = new ArrayList<>(List.of(service));
        audit.addAll(AuditColumn.definitions(dialect, false));
        audit.add(Column.required("happened_at", dialect.timestampType()));
        List<Column> state = new ArrayList<>(List.of(service));
        state.addAll(AuditColumn.definitions(dialect, true));
        return List.of(
                new Table(names, "audit", audit, List.of("service", "sequence")),
                new Table(names, "state", state, List.of("service", "change_id")),
                new Table(names, "head",
                        List.of(service, Column.required("sequence", "BIGINT"), Column.nullable("settled", text),
                                Column.nullable("hash", text)),
                        List.of("service")),
                new Table(names, "lock", List.of(Column.required("name", dialect.keyType()),
                        Column.nullable("owner", dialect.keyType()), Column.nullable("previous_owner", dialect.keyType()),
                        Column.required("token", "BIGINT"), Column.required("expires_at", dialect.timestampType())),
                        List.of("name")),
                new Table(names, "store", List.of(Column.required("name", dialect.keyType()),
                        Column.required("id", dialect.keyType())), List.of("name")));
    }
}
