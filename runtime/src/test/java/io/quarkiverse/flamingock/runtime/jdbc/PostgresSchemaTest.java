package io.quarkiverse.flamingock.runtime.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;

import org.junit.jupiter.api.Test;

import io.quarkiverse.flamingock.spi.AuditStore;
import io.quarkiverse.flamingock.spi.Head;

class PostgresSchemaTest extends SearchPathContract {

    PostgresSchemaTest() {
        super(TestDatabase.postgres());
    }

    @Override
    protected String current() {
        return "public";
    }

    @Override
    protected String switchToOther() {
        return "SET search_path TO " + database.quote(other);
    }

    @Override
    protected String lookInBoth() {
        return switchToOther() + ", public";
    }

    @Test
    void readsTheHeadOfAConfiguredSchemaWithOneStatement() throws Exception {
        record(technology(database.pool(1), other, true).open("users"));
        AuditStore store = technology(database.pool(1), other, true).open("users");
        List<String> before = database.statements();
        assertThat(store.head("shop").sequence()).isEqualTo(1);
        List<String> after = database.statements();
        assertThat(after.subList(before.size(), after.size())).filteredOn(sql -> !sql.startsWith("SHOW")).hasSize(1);
    }

    @Test
    void saysThatNoSchemaIsCurrent() throws Exception {
        AuditStore store = technology(database.prepared("SET search_path TO ''", true), null, true).open("users");
        assertThat(store.head("shop")).isEqualTo(Head.EMPTY);
        assertThatThrownBy(store::prepare)
                .hasMessage("The audit store (datasource users) can't be used: its connections have no current schema, so"
                        + " that nobody knows where the tables of the extension are to be. Set quarkus.flamingock.schema, or"
                        + " let the URL or the user choose a schema that exists");
    }

    @Test
    void leavesTemporaryTablesOutOfIt() throws Exception {
        AuditStore store = technology(database.prepared("CREATE TEMP TABLE flamingock_audit (i INT)", true), null, true)
                .open("users");
        record(store);
        assertThat(tables("public")).hasSize(5);
    }
}
