package io.quarkiverse.flamingock.runtime.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;

import org.junit.jupiter.api.Test;

import io.agroal.api.AgroalDataSource;
import io.quarkiverse.flamingock.error.AuditStoreUnavailableException;
import io.quarkiverse.flamingock.error.TargetSystemUnavailableException;
import io.quarkiverse.flamingock.result.HistoryQuery;
import io.quarkiverse.flamingock.spi.AuditStore;
import io.quarkiverse.flamingock.spi.ChangeTarget;
import io.quarkiverse.flamingock.spi.Head;
import io.quarkiverse.flamingock.test.contract.Claims;

/** Row H6 where sessions look for tables in several schemas. */
abstract class SearchPathContract extends JdbcSchemaContract {

    SearchPathContract(TestDatabase database) {
        super(database);
    }

    /** Has new connections look in {@link #other}, and then in {@link #current}. */
    protected abstract String lookInBoth();

    @Test
    void followsNoSearchPath() throws Exception {
        JdbcTechnology first = technology(database.pool(1), null, true);
        record(first.open("users"));
        apply(first.open("inventory", "users"), "a");

        JdbcTechnology next = technology(lookingInBoth(), null, true);
        AuditStore store = next.open("users");
        assertThat(store.head("shop")).isEqualTo(Head.EMPTY);
        assertThatThrownBy(() -> store.snapshot("shop")).isInstanceOf(AuditStoreUnavailableException.class)
                .hasMessage("The audit store (datasource users) can't be used: " + message("flamingock_head"));
        assertThatThrownBy(() -> store.history("shop", HistoryQuery.newest(1)))
                .hasMessage("The audit store (datasource users) can't be used: " + message("flamingock_audit"));
        assertThatThrownBy(store::prepare)
                .hasMessage("The audit store (datasource users) can't be used: " + message("flamingock_audit"));
        ChangeTarget target = next.open("inventory", "users");
        assertThatThrownBy(() -> target.fence(Claims.of(1), "shop")).isInstanceOf(TargetSystemUnavailableException.class)
                .hasMessage("Target system inventory can't be changed: " + message("flamingock_fence"));
        assertThat(tables(other)).isEmpty();
    }

    @Test
    void aPersonSaysWhichSetIsMeant() throws Exception {
        record(technology(database.pool(1), null, true).open("users"));
        assertThat(technology(lookingInBoth(), current(), true).open("users").head("shop").sequence()).isEqualTo(1);
        AuditStore store = technology(lookingInBoth(), other, true).open("users");
        assertThat(store.head("shop")).isEqualTo(Head.EMPTY);
        record(store);
        assertThat(tables(other)).hasSize(5);
        assertThat(technology(lookingInBoth(), null, true).open("users").head("shop").sequence()).as("the first is current")
                .isEqualTo(1);
    }

    private String message(String table) {
        return "table " + table + " is not in the current schema '" + other + "', but in '" + current()
                + "', where only a search path leads. Nothing was applied or created: another set of tables would begin another"
                + " history. Set quarkus.flamingock.schema=" + current() + " if this application has its tables there, or"
                + " quarkus.flamingock.schema=" + other + " if they are another one's";
    }

    protected AgroalDataSource lookingInBoth() throws SQLException {
        return database.prepared(lookInBoth(), true);
    }
}
