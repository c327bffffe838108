package io.quarkiverse.flamingock.runtime.jdbc.fence;

import java.util.ArrayList;
import java.util.List;

import io.quarkiverse.flamingock.runtime.jdbc.connection.TableNames;
import io.quarkiverse.flamingock.runtime.jdbc.dialect.Dialect;
import io.quarkiverse.flamingock.runtime.jdbc.schema.Column;
import io.quarkiverse.flamingock.runtime.jdbc.schema.Table;
import io.quarkiverse.flamingock.runtime.jdbc.schema.TableSet;
import io.quarkiverse.flamingock.runtime.jdbc.takeover.AtWork;
import io.quarkiverse.flamingock.runtime.jdbc.takeover.HolderNote;
import io.quarkiverse.flamingock.spi.AuditField;

/**
 * The tables of a target system.
 */
public final class FenceTables implements TableSet {

    /** All of them. */
    public static final TableSet ALL = new FenceTables();

    private FenceTables() {
    }

    @Override
    public List<Table> of(TableNames names) {
        Dialect dialect = names.dialect();
        String text = dialect.textType(AuditField.TEXT_LENGTH);
        List<Column> fence = new ArrayList<>(List.of(Column.required("name", dialect.keyType()),
                Column.required("token", "BIGINT"), Column.nullable("store_id", dialect.keyType()),
                Column.nullable("owner", dialect.keyType()), Column.nullable(AtWork.COLUMN, dialect.textType(AtWork.LENGTH))));
        fence.addAll(HolderNote.columns(dialect));
        return List.of(new Table(names, "fence", fence, List.of("name")),
                new Table(names, "marker", List.of(Column.required("service", dialect.keyType()),
                        Column.required("change_id", dialect.keyType()), Column.required("token", "BIGINT"),
                        Column.nullable("checksum", text), Column.required("state", text),
                        Column.required("written_at", dialect.timestampType())), List.of("service", "change_id")));
    }
}
