package io.quarkiverse.flamingock.runtime.mongodb;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;

import org.junit.jupiter.api.Test;

import io.quarkiverse.flamingock.spi.Lease;

/**
 * On a replica set.
 */
class MongoLeaseLockTest extends MongoLeaseLockContract {

    MongoLeaseLockTest() {
        super(TestServer.replicaSet());
    }

    @Test
    void sendsOneCommandEach() {
        Duration hour = Duration.ofHours(1);
        lock().release(lock().tryAcquire("inventory", "run-1", hour).orElseThrow());
        mongo.commands();
        Lease lease = lock().tryAcquire("inventory", "run-2", hour).orElseThrow();
        lock().renew(lease, hour);
        lock().release(lease);
        assertThat(mongo.commands()).containsExactly("findAndModify", "update", "update");
    }
}
