package io.quarkiverse.flamingock.runtime.mongodb.lock;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;

import org.junit.jupiter.api.Test;

import io.quarkiverse.flamingock.runtime.mongodb.server.TestServer;
import io.quarkiverse.flamingock.spi.LeaseLock;
import io.quarkiverse.flamingock.test.servers.mongodb.MongoStandIn;

/**
 * On a server that does not know the variable NOW, as some compatible databases. Always the stand-in: no real server is so.
 */
class NoNowLeaseLockTest extends MongoLeaseLockContract {

    NoNowLeaseLockTest() {
        super(TestServer.at(MongoStandIn.startWithoutNow().uri()));
    }

    @Test
    void asksForTheTimeOfTheServer() {
        LeaseLock lock = lock();
        lock.release(lock.tryAcquire("inventory", "run-1", Duration.ofHours(1)).orElseThrow());
        mongo.commands();
        lock.tryAcquire("inventory", "run-1", Duration.ofHours(1)).orElseThrow();
        assertThat(mongo.commands()).containsExactly("find", "isMaster", "findAndModify");
        assertThat(lock.isHeld("inventory")).isTrue();
        assertThat(mongo.commands()).containsExactly("find", "isMaster");
    }
}
