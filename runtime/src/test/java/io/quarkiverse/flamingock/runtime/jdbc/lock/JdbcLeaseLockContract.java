package io.quarkiverse.flamingock.runtime.jdbc.lock;

import static io.quarkiverse.flamingock.test.contract.Events.event;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkiverse.flamingock.error.AuditStoreUnavailableException;
import io.quarkiverse.flamingock.result.ChangeState;
import io.quarkiverse.flamingock.runtime.jdbc.TestDatabase;
import io.quarkiverse.flamingock.runtime.jdbc.store.JdbcAuditStore;
import io.quarkiverse.flamingock.spi.AuditWrite;
import io.quarkiverse.flamingock.spi.Lease;
import io.quarkiverse.flamingock.spi.LeaseLock;
import io.quarkiverse.flamingock.test.contract.LeaseLockContract;

/**
 * What every lock in a relational database does.
 */
abstract class JdbcLeaseLockContract extends LeaseLockContract {

    private static final Duration LONG = Duration.ofHours(1);

    protected final TestDatabase database;

    JdbcLeaseLockContract(TestDatabase database) {
        this.database = database;
    }

    @BeforeEach
    void prepare() {
        store().prepare();
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Override
    protected LeaseLock lock() {
        return new JdbcLeaseLock(database.dataSource(), "flamingock_");
    }

    @Override
    protected void expire(String name) throws Exception {
        database.execute("UPDATE " + database.quote("flamingock_lock") + " SET expires_at = " + database.dialect().now()
                + " WHERE name = '" + name + "'");
    }

    private JdbcAuditStore store() {
        return new JdbcAuditStore("datasource <default>", database.dataSource(), "flamingock_");
    }

    @Test
    void endsALeaseByTheClockOfTheDatabase() {
        Lease old = lock().tryAcquire("inventory", "run-1", Duration.ofMillis(200)).orElseThrow();
        long start = System.nanoTime();
        Optional<Lease> taken = Optional.empty();
        while (taken.isEmpty() && System.nanoTime() - start < Duration.ofMinutes(1).toNanos()) {
            taken = lock().tryAcquire("inventory", "run-2", LONG);
        }
        assertThat(taken).contains(new Lease("inventory", "run-2", old.token() + 1, true));
    }

    @Test
    void goesOnFromTheLastTokenWhenItsRowWasDeleted() throws Exception {
        assertThat(
                store().write(new AuditWrite("shop", 0, List.of(), List.of(event(1, "a", ChangeState.EXECUTED)), null, null)))
                .isTrue();
        Lease lease = lock().tryAcquire("inventory", "run-1", LONG).orElseThrow();
        assertThat(lease.token()).as("the event has token 7").isEqualTo(8);
        database.execute("DELETE FROM " + database.quote("flamingock_lock"));
        assertThat(lock().renew(lease, LONG)).isFalse();
        assertThat(lock().tryAcquire("inventory", "run-2", LONG).orElseThrow().token()).isEqualTo(8);
        assertThat(lock().tryAcquire("broker", "run-2", LONG).orElseThrow().token()).isEqualTo(1);
    }

    @Test
    void saysWhyItCantBeUsed() throws Exception {
        Lease lease = lock().tryAcquire("inventory", "run-1", LONG).orElseThrow();
        database.execute("DROP TABLE " + database.quote("flamingock_lock"));
        assertThatThrownBy(() -> lock().tryAcquire("inventory", "run-2", LONG))
                .isInstanceOf(AuditStoreUnavailableException.class)
                .hasMessageStartingWith("The lock of target system inventory could not be acquired: ")
                .hasMessageContaining("flamingock_lock")
                .hasMessageEndingWith(
                        "Check that the database of the audit store can be reached, is writable, and that its user"
                                + " may SELECT, INSERT and UPDATE the tables of the audit store");
        assertThat(lock().isHeld("inventory")).as("nobody can hold what is not there").isFalse();
        assertThatThrownBy(() -> lock().renew(lease, LONG))
                .hasMessageStartingWith("The lock of target system inventory could not be renewed: ");
        assertThatThrownBy(() -> lock().release(lease))
                .hasMessageStartingWith("The lock of target system inventory could not be released: ");
    }
}
