package io.quarkiverse.flamingock.runtime.engine.environment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkiverse.flamingock.RecoveryStrategy;
import io.quarkiverse.flamingock.error.AuditStoreUnavailableException;
import io.quarkiverse.flamingock.runtime.engine.DelegatingLock;
import io.quarkiverse.flamingock.runtime.engine.World;
import io.quarkiverse.flamingock.spi.Lease;
import io.quarkiverse.flamingock.test.memory.InMemoryLeaseLock;

/**
 * What an operator sees in the log.
 */
class RunLogTest {

    private final World world = new World();
    private final Logger logger = Logger.getLogger("io.quarkiverse.flamingock");
    private final List<String> lines = new ArrayList<>();
    private final Handler handler = new Handler() {
        @Override
        public void publish(LogRecord record) {
            if (record.getLevel().intValue() < Level.INFO.intValue()) {
                return;
            }
            Object[] parameters = record.getParameters();
            String message = record.getMessage();
            lines.add(record.getLevel() + " " + (parameters == null ? message : String.format(message, parameters)));
        }

        @Override
        public void flush() {
        }

        @Override
        public void close() {
        }
    };

    @BeforeEach
    void listen() {
        logger.addHandler(handler);
    }

    @AfterEach
    void stopListening() {
        logger.removeHandler(handler);
    }

    @Test
    void saysOnceWhichChecksumsCanNotBeCompared() {
        world.change("a", "db", (effects, context) -> effects.add("a"))
                .change("b", "db", (effects, context) -> effects.add("b"));
        world.engine().apply();
        for (String id : List.of("a", "b")) {
            world.put(id, id, "db", true, RecoveryStrategy.MANUAL_INTERVENTION, "2:v1",
                    (effects, context) -> effects.add("again"),
                    null);
        }
        lines.clear();
        world.engine().apply();
        world.engine().apply();
        assertThat(lines).filteredOn(line -> line.contains("checksum"))
                .containsExactly("INFO The checksums of 2 executed changes"
                        + " were recorded by another version of the extension and can't be compared with those of today's code, so edits of"
                        + " them since then are not noticed: a, b");
    }

    @Test
    void oneLinePerChangeAndASummaryThenOneLine() {
        world.change("a", "db", (effects, context) -> world.clock.advance(Duration.ofMillis(12)))
                .change("b", "files", (effects, context) -> world.clock.advance(Duration.ofMillis(30)));

        world.engine().apply();
        world.engine().apply();

        assertThat(lines).containsExactly("INFO Applied change a to db in 12 ms", "INFO Applied change b to files in 30 ms",
                "INFO Flamingock applied 2 changes in 42 ms (execution run-1)",
                "INFO Flamingock: nothing pending, 2 changes are up to date");
    }

    @Test
    void aLongChangeShowsSignsOfLife() {
        world.change("a", "db", (effects, context) -> {
            for (int i = 0; i < 2; i++) {
                world.clock.advance(Duration.ofSeconds(10));
                List.copyOf(world.renewals).forEach(Runnable::run);
            }
        });

        world.engine().apply();

        assertThat(lines).startsWith("INFO Change a is still running (10 s)", "INFO Change a is still running (20 s)",
                "INFO Applied change a to db in 20000 ms");
    }

    @Test
    void aChangeThatHasJustBegunIsNoNews() {
        world.change("a", "db", (effects, context) -> {
            List.copyOf(world.renewals).forEach(Runnable::run);
            world.clock.advance(Duration.ofSeconds(1));
            List.copyOf(world.renewals).forEach(Runnable::run);
        });

        world.engine().apply();

        assertThat(lines).startsWith("INFO Change a is still running (1 s)", "INFO Applied change a to db in 1000 ms",
                "INFO Flamingock applied 1 change in 1000 ms (execution run-1)");
    }

    /** What database it is, and whether a connection was lost, the engine does not know. */
    @Test
    void aConflictIsNotCalledMoreThanWhatItIs() {
        world.change("a", "db", (effects, context) -> effects.add("a"));
        world.db.nextConflicts(1);

        world.engine().apply();

        assertThat(lines.get(0))
                .startsWith("WARN The transaction of change a on db was undone, and as its error may not last, it"
                        + " is tried again (attempt 2): ")
                .contains("deadlock, as the test ordered");
    }

    @Test
    void waitingIsSaidOnceAndThenFromTimeToTime() {
        world.change("a", "db", (effects, context) -> effects.add("a"));
        InMemoryLeaseLock lock = new InMemoryLeaseLock(world.store);
        Lease holder = lock.tryAcquire("db", "other", Duration.ofSeconds(30)).orElseThrow();
        int[] polls = new int[1];
        world.whileSleeping = () -> {
            if (polls[0]++ < 10) {
                lock.renew(holder, Duration.ofSeconds(30));
            } else {
                lock.release(holder);
            }
        };

        world.engine().apply();

        assertThat(lines.stream().filter(line -> line.equals(
                "INFO Waiting for another instance that holds the lock on target system db"))).hasSizeBetween(1, 3);
    }

    @Test
    void aSettledPipelineThatCantBeNotedIsSaid() {
        world.change("a", "db", (effects, context) -> effects.add("a")).change("b", "db", (effects, context) -> {
        });
        world.engine().apply();
        lines.clear();
        world.remove("b");
        world.store.readOnly(true);

        world.engine().apply();

        assertThat(lines).containsExactly("WARN Nothing is pending, but that could not be noted, so that the next start reads"
                + " all states again: io.quarkiverse.flamingock.error.AuditStoreUnavailableException: The audit store in memory could"
                + " not write: it is read-only", "INFO Flamingock: nothing pending, 1 change is up to date");
    }

    @Test
    void aRenewalThatFailsIsSaid() {
        world.change("a", "db", (effects, context) -> {
            world.store.down(true);
            List.copyOf(world.renewals).forEach(Runnable::run);
            world.store.down(false);
        });

        world.engine().apply();

        assertThat(lines).contains("WARN The lock on target system db could not be renewed, trying again:"
                + " io.quarkiverse.flamingock.error.AuditStoreUnavailableException: The audit store in memory could not renew the"
                + " lock: it is down");
    }

    /** Row B5. */
    @Test
    void aRenewalThatIsOnItsWayWhenTheRunEndsIsNoAlarm() throws Exception {
        CountDownLatch onItsWay = new CountDownLatch(1);
        CountDownLatch released = new CountDownLatch(1);
        world.locks = lock -> new DelegatingLock(lock) {
            @Override
            public boolean renew(Lease lease, Duration duration) {
                onItsWay.countDown();
                await(released);
                throw new AuditStoreUnavailableException("closed");
            }

            @Override
            public void release(Lease lease) {
                super.release(lease);
                released.countDown();
            }
        };
        List<Thread> renewals = new ArrayList<>();
        world.change("a", "db", (effects, context) -> {
            Thread renewal = new Thread(world.renewals.get(0));
            renewals.add(renewal);
            renewal.start();
            await(onItsWay);
        });

        assertThat(world.engine().apply().applied()).containsExactly("a");
        renewals.get(0).join();
        assertThat(lines).noneMatch(line -> line.startsWith("WARN"));
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(1, TimeUnit.MINUTES)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
