package io.quarkiverse.flamingock.test.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.junit.jupiter.api.Test;

import io.quarkiverse.flamingock.error.LockLostException;
import io.quarkiverse.flamingock.spi.ChangeCall;
import io.quarkiverse.flamingock.spi.ChangeTarget;
import io.quarkiverse.flamingock.spi.Marker;
import io.quarkiverse.flamingock.spi.Markers;
import io.quarkiverse.flamingock.spi.Outcome;
import io.quarkiverse.flamingock.spi.Supply;

/**
 * What every target system with transactions does. Each test has a system of its own, named {@code inventory}, in which
 * nothing was ever done. One without transactions is held to {@link NonTransactionalTargetSystemContract}.
 * <p>
 * To run it, extend it: JUnit finds the tests in the subclass.
 */
public abstract class TargetSystemContract extends MarkerContract {

    /** An effect that commits the transaction where the system commits implicitly. */
    protected abstract void ddl(Supply supply, String effect) throws Exception;

    /** Whether {@link #ddl} commits. */
    protected abstract boolean commitsImplicitly();

    @Test
    void isTransactionalAndHasAnId() {
        assertThat(target().id()).isEqualTo("inventory");
        assertThat(target().transactional()).isTrue();
    }

    @Test
    void isFencedByManyAtOnce() throws Exception {
        Race.run(10, i -> {
            try {
                return target().fence(Claims.of(i + 1), "shop");
            } catch (LockLostException e) {
                return null;
            }
        });
        assertThat(target().fence(Claims.of(10), "shop")).isEqualTo(Markers.EMPTY);
        assertThatThrownBy(() -> target().fence(Claims.of(9), "shop")).isInstanceOf(LockLostException.class);
    }

    @Test
    void appliesWithAMarker() throws Exception {
        ChangeTarget target = target();
        target.fence(Claims.of(1), "shop");
        assertThat(target.execute(execution("a", 1), supply -> effect(supply, "one"))).isEqualTo(Outcome.APPLIED);
        assertThat(effects()).containsExactly("one");
        assertThat(target().fence(Claims.of(2), "shop").byChangeId()).isEqualTo(Map.of("a", applied("a", 1)));
        assertThat(target().fence(Claims.of(2), "other")).isEqualTo(Markers.EMPTY);
    }

    @Test
    void appliesAfterAnImplicitCommitWithAMarker() throws Exception {
        ChangeTarget target = target();
        target.fence(Claims.of(1), "shop");
        assertThat(target.execute(execution("a", 1), supply -> {
            effect(supply, "one");
            ddl(supply, "two");
            effect(supply, "three");
        })).isEqualTo(Outcome.APPLIED);
        assertThat(effects()).containsExactlyInAnyOrder("one", "two", "three");
        assertThat(target().fence(Claims.of(2), "shop").of("a")).isEqualTo(applied("a", 1));
    }

    @Test
    void appliesOneAfterTheOther() throws Exception {
        ChangeTarget target = target();
        target.fence(Claims.of(1), "shop");
        for (String change : List.of("a", "b", "c")) {
            assertThat(target.execute(execution(change, 1), supply -> effect(supply, change))).isEqualTo(Outcome.APPLIED);
        }
        assertThat(effects()).containsExactly("a", "b", "c");
        assertThat(target().fence(Claims.of(2), "shop").byChangeId()).containsOnlyKeys("a", "b", "c");
    }

    @Test
    void leavesNothingOfAChangeThatThrows() throws Exception {
        ChangeTarget target = target();
        target.fence(Claims.of(1), "shop");
        for (Throwable error : List.of(new IllegalStateException("wrong"), new Exception("wrong"),
                new NoClassDefFoundError("wrong"), new AssertionError("wrong"))) {
            Outcome outcome = target.execute(execution("a", 1), supply -> {
                effect(supply, "one");
                throw Errors.thrown(error);
            });
            assertThat(outcome).isEqualTo(Outcome.notApplied(error));
        }
        assertThat(effects()).isEmpty();
        assertThat(target().fence(Claims.of(2), "shop")).isEqualTo(Markers.EMPTY);
    }

    @Test
    void leavesNothingOfAChangeThatRunsOutOfMemory() throws Exception {
        ChangeTarget target = target();
        target.fence(Claims.of(1), "shop");
        OutOfMemoryError error = new OutOfMemoryError("as the test ordered");
        assertThatThrownBy(() -> target.execute(execution("a", 1), supply -> {
            effect(supply, "one");
            throw error;
        })).isSameAs(error);
        assertThat(effects()).isEmpty();
        assertThat(target.execute(execution("a", 1), supply -> effect(supply, "two"))).isEqualTo(Outcome.APPLIED);
        assertThat(effects()).containsExactly("two");
    }

    @Test
    void tellsWhenItCommittedInTheMiddle() throws Exception {
        ChangeTarget target = target();
        target.fence(Claims.of(1), "shop");
        IllegalStateException error = new IllegalStateException("wrong");
        Outcome outcome = target.execute(execution("a", 1), supply -> {
            effect(supply, "one");
            ddl(supply, "two");
            effect(supply, "three");
            throw error;
        });
        if (commitsImplicitly()) {
            assertThat(outcome).isEqualTo(Outcome.partlyApplied(error));
            assertThat(effects()).containsExactlyInAnyOrder("one", "two");
            assertThat(target().fence(Claims.of(2), "shop").of("a"))
                    .isEqualTo(new Marker("a", 1, "sum-1", Marker.State.IN_PROGRESS));
        } else {
            assertThat(outcome).isEqualTo(Outcome.notApplied(error));
            assertThat(effects()).isEmpty();
            assertThat(target().fence(Claims.of(2), "shop")).isEqualTo(Markers.EMPTY);
        }
    }

    @Test
    void refusesAnOlderToken() {
        target().fence(Claims.of(5), "shop");
        assertThatThrownBy(() -> target().fence(Claims.of(4), "shop")).isInstanceOf(LockLostException.class)
                .hasMessageContaining("inventory").hasMessageContaining("5");
        assertThat(target().fence(Claims.of(5), "shop")).isEqualTo(Markers.EMPTY);
    }

    @Test
    void keepsOutAnOldOwnerThatComesLate() throws Exception {
        ChangeTarget old = target();
        old.fence(Claims.of(1), "shop");
        target().fence(Claims.of(2), "shop");
        Outcome outcome = old.execute(execution("a", 1), supply -> effect(supply, "one"));
        assertThat(outcome.kind()).isEqualTo(Outcome.Kind.LOCK_LOST);
        assertThat(outcome.error()).isInstanceOf(LockLostException.class).hasMessageContaining("inventory");
        assertThat(effects()).isEmpty();
        assertThat(target().fence(Claims.of(2), "shop")).isEqualTo(Markers.EMPTY);
    }

    @Test
    void returnsFinalMarkersWhileAnOldOwnerIsAtWork() throws Exception {
        ChangeTarget old = target();
        old.fence(Claims.of(1), "shop");
        CountDownLatch atWork = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        CompletableFuture<Outcome> outcome = CompletableFuture.supplyAsync(() -> old.execute(execution("a", 1), supply -> {
            effect(supply, "one");
            atWork.countDown();
            goOn.await(30, TimeUnit.SECONDS);
        }));
        assertThat(atWork.await(30, TimeUnit.SECONDS)).isTrue();
        CompletableFuture<Markers> markers = CompletableFuture.supplyAsync(() -> target().fence(Claims.of(2), "shop"));
        // Some raise the fence now, and some wait for the transaction.
        try {
            markers.get(500, TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            assertThat(markers).isNotDone();
        }
        goOn.countDown();
        if (outcome.get().kind() == Outcome.Kind.APPLIED) {
            assertThat(markers.get().of("a")).isEqualTo(applied("a", 1));
            assertThat(effects()).containsExactly("one");
        } else {
            assertThat(outcome.get().kind()).isEqualTo(Outcome.Kind.LOCK_LOST);
            assertThat(markers.get()).isEqualTo(Markers.EMPTY);
            assertThat(effects()).isEmpty();
        }
    }

    @Test
    void runsWithoutATransactionWhereAsked() throws Exception {
        ChangeTarget target = target();
        target.fence(Claims.of(1), "shop");
        ChangeCall direct = new ChangeCall("shop", "a", "sum-1", 1, false);
        assertThat(target.execute(direct, supply -> effect(supply, "one"))).isEqualTo(Outcome.APPLIED);
        IllegalStateException error = new IllegalStateException("wrong");
        assertThat(target.execute(direct, supply -> {
            effect(supply, "two");
            throw error;
        })).isEqualTo(Outcome.partlyApplied(error));
        assertThat(effects()).containsExactly("one", "two");
        assertThat(target().fence(Claims.of(2), "shop")).isEqualTo(Markers.EMPTY);
    }
}
