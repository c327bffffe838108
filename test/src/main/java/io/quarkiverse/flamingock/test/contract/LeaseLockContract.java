package io.quarkiverse.flamingock.test.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import io.quarkiverse.flamingock.spi.Lease;
import io.quarkiverse.flamingock.spi.LeaseLock;

/**
 * What every lock does: one owner at a time, and a token that only grows. Each test has a store of its own that is prepared.
 * <p>
 * To run it, extend it: JUnit finds the tests in the subclass.
 */
public abstract class LeaseLockContract {

    private static final Duration LONG = Duration.ofHours(1);

    /** Another process's view of the lock of this test. */
    protected abstract LeaseLock lock();

    /** Lets the lease be over by the clock of the store, as if its time had passed. */
    protected abstract void expire(String name) throws Exception;

    @Test
    void givesAFreeLock() {
        Lease lease = lock().tryAcquire("inventory", "run-1", LONG).orElseThrow();
        assertThat(lease).isEqualTo(new Lease("inventory", "run-1", 1, false));
    }

    @Test
    void refusesOthersWhileItIsHeld() {
        lock().tryAcquire("inventory", "run-1", LONG).orElseThrow();
        assertThat(lock().tryAcquire("inventory", "run-2", LONG)).isEmpty();
        assertThat(lock().tryAcquire("inventory", "run-2", LONG)).isEmpty();
    }

    @Test
    void givesTheSameOwnerANewToken() {
        Lease answerLost = lock().tryAcquire("inventory", "run-1", LONG).orElseThrow();
        Lease lease = lock().tryAcquire("inventory", "run-1", LONG).orElseThrow();
        assertThat(lease.token()).isEqualTo(2);
        assertThat(lock().renew(answerLost, LONG)).isFalse();
        assertThat(lock().renew(lease, LONG)).isTrue();
    }

    @Test
    void keepsNamesApart() {
        assertThat(lock().tryAcquire("inventory", "run-1", LONG)).isPresent();
        assertThat(lock().tryAcquire("broker", "run-2", LONG)).contains(new Lease("broker", "run-2", 1, false));
        lock().release(new Lease("broker", "run-2", 1, false));
        assertThat(lock().tryAcquire("inventory", "run-3", LONG)).isEmpty();
    }

    @Test
    void givesAReleasedLockWithAGreaterToken() {
        for (long token = 1; token <= 5; token++) {
            Lease lease = lock().tryAcquire("inventory", "run-" + token, LONG).orElseThrow();
            assertThat(lease.token()).isEqualTo(token);
            lock().release(lease);
        }
    }

    @Test
    void givesAnExpiredLockWithAGreaterToken() throws Exception {
        Lease old = lock().tryAcquire("inventory", "run-1", LONG).orElseThrow();
        expire("inventory");
        Lease taken = lock().tryAcquire("inventory", "run-2", LONG).orElseThrow();
        assertThat(taken.token()).isEqualTo(old.token() + 1);
        assertThat(lock().tryAcquire("inventory", "run-1", LONG)).isEmpty();
    }

    @Test
    void tellsWhetherTheOwnerBeforeReleasedIt() throws Exception {
        Lease first = lock().tryAcquire("inventory", "run-1", LONG).orElseThrow();
        assertThat(first.takenOver()).as("nobody was before").isFalse();
        lock().release(first);
        assertThat(lock().tryAcquire("inventory", "run-2", LONG).orElseThrow().takenOver()).as("released").isFalse();
        assertThat(lock().tryAcquire("inventory", "run-2", LONG).orElseThrow().takenOver()).as("asked again").isFalse();
        expire("inventory");
        Lease taken = lock().tryAcquire("inventory", "run-3", LONG).orElseThrow();
        assertThat(taken.takenOver()).as("expired").isTrue();
        Lease again = lock().tryAcquire("inventory", "run-3", LONG).orElseThrow();
        assertThat(again.takenOver()).as("expired, and the first answer was lost").isTrue();
        lock().release(again);
        assertThat(lock().isHeld("inventory")).isFalse();
        assertThat(lock().renew(again, LONG)).as("released").isFalse();
        Lease next = lock().tryAcquire("inventory", "run-4", LONG).orElseThrow();
        assertThat(next.takenOver()).as("the owner before only took it over and gave it back").isTrue();
        lock().release(next.settled());
        assertThat(lock().tryAcquire("inventory", "run-5", LONG).orElseThrow().takenOver()).as("settled").isFalse();
    }

    @Test
    void raisesTheTokenOfALockThatIsHeld() throws Exception {
        Lease lease = lock().tryAcquire("inventory", "run-1", LONG).orElseThrow();
        Lease raised = lock().raise(lease, 41).orElseThrow();
        assertThat(raised).isEqualTo(new Lease("inventory", "run-1", 42, false));
        assertThat(lock().renew(lease, LONG)).isFalse();
        assertThat(lock().renew(raised, LONG)).isTrue();
        assertThat(lock().raise(lease, 50)).as("the older token").isEmpty();
        assertThat(lock().raise(new Lease("inventory", "run-2", 42, false), 50)).as("another owner").isEmpty();
        expire("inventory");
        assertThat(lock().tryAcquire("inventory", "run-2", LONG).orElseThrow())
                .isEqualTo(new Lease("inventory", "run-2", 43, true));
        assertThat(lock().raise(raised, 50)).as("lost").isEmpty();
    }

    @Test
    void renewsWhatIsHeld() throws Exception {
        Lease lease = lock().tryAcquire("inventory", "run-1", LONG).orElseThrow();
        expire("inventory");
        assertThat(lock().renew(lease, LONG)).as("nobody took it yet").isTrue();
        assertThat(lock().tryAcquire("inventory", "run-2", LONG)).isEmpty();
    }

    @Test
    void refusesToRenewWhatIsLost() throws Exception {
        Lease old = lock().tryAcquire("inventory", "run-1", LONG).orElseThrow();
        expire("inventory");
        Lease taken = lock().tryAcquire("inventory", "run-2", LONG).orElseThrow();
        assertThat(lock().renew(old, LONG)).isFalse();
        assertThat(lock().renew(new Lease("inventory", "run-2", old.token(), false), LONG)).isFalse();
        assertThat(lock().renew(new Lease("inventory", "run-1", taken.token(), false), LONG)).isFalse();
        assertThat(lock().renew(new Lease("unknown", "run-1", 1, false), LONG)).isFalse();
        lock().release(taken);
        assertThat(lock().renew(taken, LONG)).as("released").isFalse();
    }

    @Test
    void ignoresALateRelease() throws Exception {
        Lease old = lock().tryAcquire("inventory", "run-1", LONG).orElseThrow();
        expire("inventory");
        Lease taken = lock().tryAcquire("inventory", "run-2", LONG).orElseThrow();
        lock().release(old);
        lock().release(old);
        assertThat(lock().tryAcquire("inventory", "run-3", LONG)).isEmpty();
        assertThat(lock().renew(taken, LONG)).isTrue();
    }

    @Test
    void letsOneOfManyWin() throws Exception {
        for (int round = 0; round < 20; round++) {
            String name = "target-" + round;
            List<Optional<Lease>> leases = Race.run(50, i -> lock().tryAcquire(name, "run-" + i, LONG));
            List<Lease> winners = leases.stream().flatMap(Optional::stream).toList();
            assertThat(winners).as("round " + round).hasSize(1);
            assertThat(lock().renew(winners.get(0), LONG)).isTrue();
        }
    }

    @Test
    void letsOneOfManyTakeOver() throws Exception {
        long token = lock().tryAcquire("inventory", "run", LONG).orElseThrow().token();
        for (int round = 0; round < 5; round++) {
            expire("inventory");
            int thisRound = round;
            List<Lease> winners = Race.run(20, i -> lock().tryAcquire("inventory", "run-" + thisRound + "-" + i, LONG))
                    .stream().flatMap(Optional::stream).toList();
            assertThat(winners).as("round " + round).hasSize(1);
            assertThat(winners.get(0).token()).isEqualTo(++token);
        }
    }

    @Test
    void tellsWhetherItIsHeld() throws Exception {
        assertThat(lock().isHeld("inventory")).isFalse();
        Lease lease = lock().tryAcquire("inventory", "run-1", LONG).orElseThrow();
        assertThat(lock().isHeld("inventory")).isTrue();
        assertThat(lock().isHeld("broker")).isFalse();
        lock().release(lease);
        assertThat(lock().isHeld("inventory")).isFalse();
        lock().tryAcquire("inventory", "run-2", LONG);
        expire("inventory");
        assertThat(lock().isHeld("inventory")).isFalse();
    }
}
