package io.quarkiverse.flamingock.runtime.jdbc.store;

import static io.quarkiverse.flamingock.test.contract.Events.event;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.time.Duration;
import java.util.List;

import javax.sql.DataSource;

import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

import io.quarkiverse.flamingock.error.AuditStoreUnavailableException;
import io.quarkiverse.flamingock.result.ChangeState;
import io.quarkiverse.flamingock.runtime.jdbc.TestDatabase;
import io.quarkiverse.flamingock.spi.AuditStore;
import io.quarkiverse.flamingock.spi.AuditWrite;
import io.quarkiverse.flamingock.spi.Lease;
import io.quarkiverse.flamingock.test.contract.Race;

class PostgresAuditStoreTest extends JdbcAuditStoreContract {

    PostgresAuditStoreTest() {
        super(TestDatabase.postgres());
    }

    @Override
    protected String switchTo(String schema) {
        return "SET search_path TO " + schema;
    }

    @Test
    void readsTheHeadWithOneStatement() throws Exception {
        AuditStore unprepared = store();
        List<String> before = database.statements();
        unprepared.head("shop");
        assertThat(database.statements().subList(before.size(), database.statements().size())).hasSize(1);

        store().prepare();
        store().write(write(0, event(1, "a", ChangeState.STARTED)));
        AuditStore store = store();
        before = database.statements();
        store.head("shop");
        List<String> after = database.statements();
        assertThat(after.subList(before.size(), after.size())).singleElement().asString().startsWith("SELECT sequence");
    }

    @Test
    void readsTheStatesWithOneStatement() throws Exception {
        AuditStore store = store();
        store.prepare();
        List<String> before = database.statements();
        store.snapshot("shop");
        assertThat(database.statements()).hasSize(before.size() + 1);
    }

    @Test
    void writesWithOneStatement() throws Exception {
        AuditStore store = store();
        store.prepare();
        Lease lease = lock().tryAcquire("inventory", "run-1", Duration.ofMinutes(1)).orElseThrow();
        List<String> before = database.statements();
        store.write(new AuditWrite("shop", 0, List.of(lease), List.of(event(1, "a", ChangeState.STARTED)), null, null));
        store.write(new AuditWrite("shop", 1, List.of(lease),
                List.of(event(2, "a", ChangeState.EXECUTED), event(3, "b", ChangeState.STARTED)), null, null));
        List<String> after = database.statements();
        assertThat(after.subList(before.size(), after.size())).hasSize(2).allMatch(sql -> sql.startsWith("WITH held"));
    }

    @Test
    void namesTheMissingRight() throws Exception {
        store().prepare();
        database.execute("CREATE ROLE reader_" + System.identityHashCode(this) + " LOGIN");
        String reader = "reader_" + System.identityHashCode(this);
        assertThatThrownBy(() -> new JdbcAuditStore("x", as(reader), "flamingock_").head("shop"))
                .isInstanceOf(AuditStoreUnavailableException.class).hasMessageContaining("could not read its head")
                .hasMessageContaining("permission denied for table flamingock_head");
        database.execute("GRANT SELECT ON ALL TABLES IN SCHEMA public TO " + reader);
        assertThatThrownBy(() -> new JdbcAuditStore("x", as(reader), "flamingock_").write(write(0)))
                .hasMessageContaining("could not record what happened").hasMessageContaining("permission denied");
        new JdbcAuditStore("x", as(reader), "flamingock_").prepare();
        assertThatThrownBy(() -> new JdbcAuditStore("x", as(reader), "other_").prepare())
                .hasMessageContaining("the user of the application may not create tables (")
                .hasMessageContaining("permission denied for schema public")
                .hasMessageContaining("), and tables are missing. Let an administrator run:\nCREATE TABLE ")
                .hasMessageContaining("\nGRANT SELECT, INSERT, UPDATE ON ");
    }

    @Test
    void saysThatItIsReadOnly() throws Exception {
        store().prepare();
        PGSimpleDataSource standby = as("postgres");
        standby.setOptions("-c default_transaction_read_only=on");
        AuditStore store = new JdbcAuditStore("x", standby, "flamingock_");
        assertThat(store.head("shop").sequence()).isZero();
        assertThatThrownBy(() -> store.write(write(0, event(1, "a", ChangeState.STARTED))))
                .isInstanceOf(AuditStoreUnavailableException.class).hasMessageContaining("read-only transaction");
    }

    @Test
    void losesARaceUnderAnyIsolation() throws Exception {
        store().prepare();
        for (String isolation : List.of("repeatable\\ read", "serializable")) {
            PGSimpleDataSource strict = as("postgres");
            strict.setOptions("-c default_transaction_isolation=" + isolation);
            AuditStore store = new JdbcAuditStore("x", strict, "flamingock_");
            for (int round = 0; round < 5; round++) {
                long expected = store.head("shop").sequence();
                assertThat(Race.run(5, i -> store.write(write(expected, event(1, "writer-" + i, ChangeState.STARTED)))))
                        .containsOnlyOnce(true);
            }
        }
        assertThat(store().head("shop").sequence()).isEqualTo(10);
    }

    @Test
    void failsWhereSomeoneStaysInTheWay() throws Exception {
        store().prepare();
        store().write(write(0, event(1, "a", ChangeState.STARTED)));
        PGSimpleDataSource impatient = as("postgres");
        impatient.setOptions("-c lock_timeout=50");
        try (Connection inTheWay = database.dataSource().getConnection()) {
            inTheWay.setAutoCommit(false);
            inTheWay.createStatement().execute("UPDATE flamingock_head SET sequence = sequence");
            assertThatThrownBy(() -> new JdbcAuditStore("x", impatient, "flamingock_")
                    .write(write(1, event(2, "a", ChangeState.EXECUTED))))
                    .isInstanceOf(AuditStoreUnavailableException.class).hasMessageContaining("lock timeout");
            inTheWay.rollback();
        }
        assertThat(store().head("shop").sequence()).isEqualTo(1);
    }

    private PGSimpleDataSource as(String user) {
        PGSimpleDataSource dataSource = new PGSimpleDataSource();
        dataSource.setURL(((PGSimpleDataSource) (DataSource) database.dataSource()).getURL());
        dataSource.setUser(user);
        return dataSource;
    }
}
