package io.quarkiverse.flamingock.runtime.jdbc.lock;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;

import org.junit.jupiter.api.Test;

import io.quarkiverse.flamingock.runtime.jdbc.TestDatabase;

class PostgresLeaseLockTest extends JdbcLeaseLockContract {

    PostgresLeaseLockTest() {
        super(TestDatabase.postgres());
    }

    @Test
    void takesOneStatementForEach() throws Exception {
        lock().release(lock().tryAcquire("inventory", "run-1", Duration.ofMinutes(1)).orElseThrow());
        int before = database.statements().size();
        var lease = lock().tryAcquire("inventory", "run-2", Duration.ofMinutes(1)).orElseThrow();
        lock().renew(lease, Duration.ofMinutes(1));
        lock().release(lease);
        assertThat(database.statements()).hasSize(before + 3);
    }
}
