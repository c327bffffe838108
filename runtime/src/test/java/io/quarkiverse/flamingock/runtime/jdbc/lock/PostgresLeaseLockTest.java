package io.quarkiverse.flamingock.runtime.jdbc.lock;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;

import org.junit.jupiter.api.Test;

import io.quarkiverse.flamingock.runtime.jdbc.TestDatabase;
import io.quarkiverse.flamingock.spi.Lease;
import io.quarkiverse.flamingock.spi.LeaseLock;

class PostgresLeaseLockTest extends JdbcLeaseLockContract {

    PostgresLeaseLockTest() {
        super(TestDatabase.postgres());
    }

    @Test
    void takesOneStatementForEach() throws Exception {
        LeaseLock lock = lock();
        lock.release(lock.tryAcquire("inventory", "run-1", Duration.ofMinutes(1)).orElseThrow());
        int before = database.statements().size();
        Lease lease = lock.tryAcquire("inventory", "run-2", Duration.ofMinutes(1)).orElseThrow();
        lock.renew(lease, Duration.ofMinutes(1));
        lock.release(lease);
        assertThat(database.statements()).hasSize(before + 3);
    }
}
