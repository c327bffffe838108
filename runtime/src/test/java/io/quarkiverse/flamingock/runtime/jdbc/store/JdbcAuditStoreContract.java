package io.quarkiverse.flamingock.runtime.jdbc.store;

import static io.quarkiverse.flamingock.test.contract.Events.event;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import javax.sql.DataSource;

import jakarta.transaction.TransactionManager;

import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import io.quarkiverse.flamingock.error.AuditStoreUnavailableException;
import io.quarkiverse.flamingock.result.AuditEvent;
import io.quarkiverse.flamingock.result.ChangeState;
import io.quarkiverse.flamingock.result.HistoryQuery;
import io.quarkiverse.flamingock.runtime.jdbc.TestDatabase;
import io.quarkiverse.flamingock.runtime.jdbc.connection.Database;
import io.quarkiverse.flamingock.runtime.jdbc.lock.JdbcLeaseLock;
import io.quarkiverse.flamingock.spi.AuditStore;
import io.quarkiverse.flamingock.spi.AuditWrite;
import io.quarkiverse.flamingock.spi.Head;
import io.quarkiverse.flamingock.spi.Lease;
import io.quarkiverse.flamingock.spi.LeaseLock;
import io.quarkiverse.flamingock.test.contract.AuditStoreContract;

/**
 * What every audit store in a relational database does.
 */
abstract class JdbcAuditStoreContract extends AuditStoreContract {

    protected final TestDatabase database;

    JdbcAuditStoreContract(TestDatabase database) {
        this.database = database;
    }

    @Override
    protected AuditStore store() {
        return new JdbcAuditStore("datasource <default>", database.dataSource(), "flamingock_");
    }

    @Override
    protected LeaseLock lock() {
        return new JdbcLeaseLock(database.dataSource(), "flamingock_");
    }

    @Override
    protected Instant now() throws Exception {
        return database.now();
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void keepsToItsPrefix() throws Exception {
        new JdbcAuditStore("x", database.dataSource(), "Acme_2_").prepare();
        assertThat(database.query("SELECT table_name FROM information_schema.tables WHERE table_name LIKE 'Acme%'"))
                .containsExactlyInAnyOrder("Acme_2_audit", "Acme_2_state", "Acme_2_head", "Acme_2_lock", "Acme_2_store");
        assertThat(store().head("shop")).isEqualTo(Head.EMPTY);
    }

    @Test
    void findsItsTablesAfterAChangeOfSchema() throws Exception {
        database.execute("CREATE SCHEMA other");
        DataSource pool = database.pool(1);
        AuditStore store = new JdbcAuditStore("x", pool, "flamingock_");
        store.prepare();
        store.write(write(0, event(1, "a", ChangeState.STARTED)));
        try (Connection connection = pool.getConnection()) {
            connection.createStatement().execute(switchTo("other"));
        }
        assertThat(store.head("shop")).isEqualTo(new Head(1, null, null));
        assertThat(store.write(write(1, event(2, "a", ChangeState.EXECUTED)))).isTrue();
    }

    /** The statement that lets unqualified names mean another schema. */
    protected abstract String switchTo(String schema);

    /** A service's name is a value, never a part of the statement. */
    @Test
    void findsTheHeadOfAServiceOfAnyName() {
        AuditStore store = store();
        store.prepare();
        for (String service : List.of("shop", "o'neill", "a\\' OR 1 = 1 -- ", "größe", "")) {
            assertThat(store.head(service)).isEqualTo(Head.EMPTY);
            store.write(
                    new AuditWrite(service, 0, List.of(), List.of(event(1, "a", ChangeState.STARTED)), "of " + service, null));
            assertThat(store.head(service).settled()).isEqualTo("of " + service);
        }
    }

    @Test
    void staysOutOfTheTransactionOfItsCaller() throws Exception {
        TransactionManager transactionManager = TestDatabase.transactionManager();
        AuditStore store = new JdbcAuditStore("x", new Database(database.pool(2), transactionManager, "flamingock_", true));
        store.prepare();
        transactionManager.begin();
        assertThat(store.write(write(0, event(1, "a", ChangeState.STARTED)))).isTrue();
        assertThat(store.head("shop").sequence()).isEqualTo(1);
        assertThat(transactionManager.getTransaction()).isNotNull();
        transactionManager.rollback();
        assertThat(store.history("shop", HistoryQuery.newest(10))).extracting(AuditEvent::changeId).containsExactly("a");
    }

    @Test
    void waitsForALeaseThatIsChangingHands() throws Exception {
        store().prepare();
        Lease lease = lock().tryAcquire("inventory", "run-1", Duration.ofHours(1)).orElseThrow();
        try (Connection taker = database.dataSource().getConnection()) {
            taker.setAutoCommit(false);
            taker.createStatement()
                    .execute("UPDATE " + database.quote("flamingock_lock") + " SET owner = 'run-2', token = token + 1");
            CompletableFuture<Boolean> written = CompletableFuture.supplyAsync(() -> store().write(new AuditWrite("shop", 0,
                    List.of(lease), List.of(event(1, "a", ChangeState.EXECUTED)), null, null)));
            assertThatThrownBy(() -> written.get(300, TimeUnit.MILLISECONDS)).isInstanceOf(TimeoutException.class);
            taker.commit();
            assertThat(written.get()).isFalse();
        }
        assertThat(store().head("shop")).isEqualTo(Head.EMPTY);
    }

    @Test
    void namesTheStatementsWhereItMayNotCreateTables() throws Exception {
        AuditStore store = new JdbcAuditStore("x", new Database(database.dataSource(), null, "acme_", false));
        assertThat(store.head("shop")).isEqualTo(Head.EMPTY);
        String message = catchThrowableOfType(AuditStoreUnavailableException.class, store::prepare).getMessage();
        assertThat(message)
                .startsWith("The audit store (x) can't be used: quarkus.flamingock.auto-create is false, and tables are"
                        + " missing. Let an administrator run:\nCREATE TABLE ")
                .contains("." + database.quote("acme_audit") + " (");
        for (String statement : message.substring(message.indexOf('\n') + 1).split(";\n?")) {
            database.execute(statement);
        }
        store.prepare();
        assertThat(store.write(write(0, event(1, "a", ChangeState.STARTED)))).isTrue();
    }

    @Test
    void saysWhyItCantWrite() throws Exception {
        store().prepare();
        database.execute("DROP TABLE " + database.quote("flamingock_audit"));
        assertThatThrownBy(() -> store().write(write(0, event(1, "a", ChangeState.STARTED))))
                .isInstanceOf(AuditStoreUnavailableException.class)
                .hasMessageStartingWith("The audit store (datasource <default>) could not record what happened: ")
                .hasMessageContaining("flamingock_audit")
                .hasMessageEndingWith(
                        "Check that the database can be reached and that it is writable, not full, and its user may"
                                + " INSERT and UPDATE the tables of the audit store")
                .hasCauseInstanceOf(SQLException.class);
        assertThat(store().head("shop")).as("all or nothing").isEqualTo(Head.EMPTY);
    }

    /** The store had no id in the first version. */
    @Test
    void keepsItsHistoryWhenAnEarlierVersionHasMadeIt() throws Exception {
        AuditStore store = store();
        store.prepare();
        assertThat(store.write(write(0, event(1, "a", ChangeState.EXECUTED)))).isTrue();
        List<AuditEvent> before = store.history("shop", HistoryQuery.newest(10));
        database.execute("DROP TABLE " + database.quote("flamingock_store"));
        AuditStore next = store();
        assertThat(next.head("shop").sequence()).isEqualTo(1);
        next.prepare();
        assertThat(next.id()).isNotBlank();
        assertThat(next.history("shop", HistoryQuery.newest(10))).isEqualTo(before);
        assertThat(next.write(write(1, event(2, "b", ChangeState.EXECUTED)))).isTrue();
    }

    @Test
    void saysThatItCantBeReached() {
        JdbcDataSource nowhere = new JdbcDataSource();
        nowhere.setUrl("jdbc:h2:tcp://localhost:1/nowhere");
        AuditStore store = new JdbcAuditStore("datasource users", nowhere, "flamingock_");
        assertThatThrownBy(() -> store.head("shop")).isInstanceOf(AuditStoreUnavailableException.class)
                .hasMessageStartingWith("The audit store (datasource users) could not read its head: ");
        assertThatThrownBy(() -> store.snapshot("shop"))
                .hasMessageStartingWith("The audit store (datasource users) could not read its states: ");
        assertThatThrownBy(() -> store.history("shop", HistoryQuery.newest(1)))
                .hasMessageStartingWith("The audit store (datasource users) could not read its events: ");
        assertThatThrownBy(store::prepare)
                .hasMessageStartingWith("The audit store (datasource users) could not find or create its tables: ")
                .hasMessageEndingWith("Nothing answers at its address, or it takes no connections yet. Check the datasource's"
                        + " jdbc.url and the server; where that comes up later than this application, set"
                        + " quarkus.flamingock.connect-retries, and the start waits for it");
    }

    protected static AuditWrite write(long expected, AuditEvent... events) {
        return new AuditWrite("shop", expected, List.of(), List.of(events), null, null);
    }
}
