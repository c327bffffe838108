package io.quarkiverse.flamingock.test.contract;

import static io.quarkiverse.flamingock.test.contract.Events.event;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import io.quarkiverse.flamingock.result.AuditEvent;
import io.quarkiverse.flamingock.result.ChangeState;
import io.quarkiverse.flamingock.result.HistoryQuery;
import io.quarkiverse.flamingock.spi.AuditStore;
import io.quarkiverse.flamingock.spi.AuditWrite;
import io.quarkiverse.flamingock.spi.Head;
import io.quarkiverse.flamingock.spi.Lease;
import io.quarkiverse.flamingock.spi.LeaseLock;
import io.quarkiverse.flamingock.spi.Snapshot;

/**
 * What every audit store does: who may write, and what the head says then, and what {@link AuditStoreHistoryContract} says of
 * the events. Each test has a store of its own that was never prepared.
 * <p>
 * To run it, extend it: JUnit finds the tests in the subclass. The lock that is held to {@link LeaseLockContract} is the one
 * that is given here.
 */
public abstract class AuditStoreContract extends AuditStoreHistoryContract {

    private static final Duration LEASE = Duration.ofMinutes(1);

    /** The lock beside the store of this test. */
    protected LeaseLock lock() {
        return store().lock();
    }

    @Test
    void hasAnIdThatStays() {
        store().prepare();
        AuditStore first = store();
        first.prepare();
        AuditStore second = store();
        second.prepare();
        assertThat(second.id()).as("the same for all who use the store").isEqualTo(first.id());
    }

    @Test
    void isEmptyBeforeItIsPrepared() {
        assertThat(store().head("shop")).isEqualTo(Head.EMPTY);
        assertThat(store().snapshot("shop")).isEqualTo(new Snapshot(Head.EMPTY, Map.of()));
        assertThat(store().history("shop", HistoryQuery.newest(10))).isEmpty();
        assertThat(store().describe()).isNotBlank();
    }

    @Test
    void isEmptyAfterItWasPreparedTwice() {
        store().prepare();
        store().prepare();
        assertThat(store().head("shop")).isEqualTo(Head.EMPTY);
        assertThat(store().snapshot("shop").states()).isEmpty();
    }

    @Test
    void isPreparedByManyAtOnce() throws Exception {
        Race.run(10, i -> {
            store().prepare();
            return store().write(new AuditWrite("shop-" + i, 0, List.of(), List.of(), "settled", null));
        });
        assertThat(store().head("shop-3")).isEqualTo(new Head(0, "settled", null));
    }

    @Test
    void keepsWhatWasPreparedBefore() {
        store().prepare();
        write(0, "fingerprint", event(1, "a", ChangeState.EXECUTED));
        store().prepare();
        assertThat(store().head("shop")).isEqualTo(new Head(1, "fingerprint", null));
    }

    @Test
    void movesTheHead() {
        store().prepare();
        assertThat(write(0, null, event(1, "a", ChangeState.STARTED))).isTrue();
        assertThat(store().head("shop")).isEqualTo(new Head(1, null, null));
        assertThat(write(1, "done", event(2, "a", ChangeState.EXECUTED))).isTrue();
        assertThat(store().head("shop")).isEqualTo(new Head(2, "done", null));
        assertThat(store().snapshot("shop").head()).isEqualTo(new Head(2, "done", null));
    }

    @Test
    void settlesWithoutAnEvent() {
        store().prepare();
        assertThat(write(0, "done")).isTrue();
        assertThat(store().head("shop")).isEqualTo(new Head(0, "done", null));
        assertThat(write(0, "done again")).isTrue();
        assertThat(store().snapshot("shop")).isEqualTo(new Snapshot(new Head(0, "done again", null), Map.of()));
    }

    /** Whatever the ids of changes are that it names, in as many characters as there are at most. */
    @Test
    void keepsTheMarkAsItIs() {
        store().prepare();
        String mark = "fingerprint+e 2\n it's a ${change} \"\\\n\u00e4\u20ac\ud83e\udda9";
        String longest = mark + "x".repeat(255 - mark.length());
        for (String each : List.of(mark, longest)) {
            assertThat(write(0, each)).isTrue();
            assertThat(store().head("shop")).isEqualTo(new Head(0, each, null));
            assertThat(store().snapshot("shop").head()).isEqualTo(new Head(0, each, null));
        }
    }

    @Test
    void writesNothingWhenTheHeadMovedOn() {
        store().prepare();
        write(0, null, event(1, "a", ChangeState.STARTED));
        Snapshot before = store().snapshot("shop");
        assertThat(write(0, "x", event(1, "a", ChangeState.EXECUTED))).isFalse();
        assertThat(write(0, "x")).isFalse();
        assertThat(write(2, "x", event(3, "b", ChangeState.EXECUTED))).isFalse();
        assertThat(store().snapshot("shop")).isEqualTo(before);
        assertThat(store().history("shop", HistoryQuery.newest(10))).hasSize(1);
    }

    @Test
    void writesNothingWhereTheHeadIsMissing() {
        store().prepare();
        assertThat(write(1, "x", event(2, "b", ChangeState.EXECUTED))).isFalse();
        assertThat(store().snapshot("shop").states()).isEmpty();
        assertThat(store().head("shop")).isEqualTo(Head.EMPTY);
    }

    @Test
    void writesWithLeasesThatAreHeld() {
        store().prepare();
        Lease first = lock().tryAcquire("inventory", "run-1", LEASE).orElseThrow();
        Lease second = lock().tryAcquire("broker", "run-1", LEASE).orElseThrow();
        assertThat(writeHolding(0, List.of(first, second), event(1, "a", ChangeState.STARTED))).isTrue();
        assertThat(writeHolding(1, List.of(first), event(2, "a", ChangeState.EXECUTED))).isTrue();
    }

    @Test
    void bringsItsLock() {
        store().prepare();
        Lease lease = store().lock().tryAcquire("inventory", "run-1", LEASE).orElseThrow();
        assertThat(store().lock().tryAcquire("inventory", "run-2", LEASE)).as("asked for again").isEmpty();
        assertThat(writeHolding(0, List.of(lease), event(1, "a", ChangeState.STARTED))).isTrue();
        store().lock().release(lease);
        assertThat(writeHolding(1, List.of(lease), event(2, "a", ChangeState.EXECUTED))).isFalse();
    }

    @Test
    void writesNothingWithoutTheLease() {
        store().prepare();
        Lease held = lock().tryAcquire("inventory", "run-1", LEASE).orElseThrow();
        Lease released = lock().tryAcquire("broker", "run-1", LEASE).orElseThrow();
        lock().release(released);
        List<Lease> lost = List.of(released, new Lease("inventory", "run-2", held.token(), false),
                new Lease("inventory", "run-1", held.token() - 1, false), new Lease("unknown", "run-1", 1, false));
        for (Lease lease : lost) {
            assertThat(writeHolding(0, List.of(held, lease), event(1, "a", ChangeState.STARTED))).as(lease.toString())
                    .isFalse();
        }
        assertThat(store().head("shop")).isEqualTo(Head.EMPTY);
        assertThat(store().snapshot("shop").states()).isEmpty();
        assertThat(store().history("shop", HistoryQuery.newest(10))).isEmpty();
    }

    @Test
    void separatesServices() {
        store().prepare();
        write(0, "done", event(1, "a", ChangeState.EXECUTED));
        assertThat(store().head("other")).isEqualTo(Head.EMPTY);
        assertThat(store().snapshot("other").states()).isEmpty();
        assertThat(store().history("other", HistoryQuery.newest(10))).isEmpty();
        assertThat(
                store().write(new AuditWrite("other", 0, List.of(), List.of(event(1, "a", ChangeState.STARTED)), null, null)))
                .isTrue();
        assertThat(store().snapshot("shop").states().get("a").state()).isEqualTo(ChangeState.EXECUTED);
        assertThat(store().snapshot("other").states().get("a").state()).isEqualTo(ChangeState.STARTED);
    }

    @Test
    void letsOneOfManyWritersWin() throws Exception {
        store().prepare();
        for (int round = 0; round < 10; round++) {
            long expected = round;
            List<Boolean> won = Race.run(10, i -> store().write(new AuditWrite("shop", expected, List.of(),
                    List.of(event(expected + 1, "writer-" + i, ChangeState.STARTED)), null, null)));
            assertThat(won).as("round " + round).containsOnlyOnce(true);
        }
        assertThat(store().head("shop").sequence()).isEqualTo(10);
        assertThat(sequences(HistoryQuery.newest(100))).hasSize(10);
    }

    @Test
    void refusesALeaseThatChangesHandsMeanwhile() throws Exception {
        store().prepare();
        for (int round = 0; round < 20; round++) {
            String name = "target-" + round;
            long expected = store().head("shop").sequence();
            Lease lease = lock().tryAcquire(name, "run-1", LEASE).orElseThrow();
            List<Object> results = Race.run(2, i -> {
                if (i == 0) {
                    return writeHolding(expected, List.of(lease), event(expected + 1, name, ChangeState.STARTED));
                }
                lock().release(lease);
                Lease taken = lock().tryAcquire(name, "run-2", LEASE).orElseThrow();
                assertThat(taken.token()).isGreaterThan(lease.token());
                return store().snapshot("shop").states().containsKey(name);
            });
            // Whoever reads under the new lease sees all that the old one ever writes.
            assertThat(results.get(1)).as("round " + round).isEqualTo(results.get(0));
        }
    }

    private boolean writeHolding(long expected, List<Lease> leases, AuditEvent... events) {
        return store().write(new AuditWrite("shop", expected, leases, List.of(events), null, null));
    }
}
