package io.quarkiverse.flamingock.test.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;

import io.quarkiverse.flamingock.spi.ChangeCall;
import io.quarkiverse.flamingock.spi.ChangeTarget;
import io.quarkiverse.flamingock.spi.Marker;
import io.quarkiverse.flamingock.spi.Markers;
import io.quarkiverse.flamingock.spi.OtherMarkerException;
import io.quarkiverse.flamingock.spi.Outcome;
import io.quarkiverse.flamingock.spi.Supply;

/**
 * What every target system with transactions does with its markers; a part of {@link TargetSystemContract}.
 */
public abstract class MarkerContract {

    /** Another process's view of the system of this test. */
    protected abstract ChangeTarget target();

    /** An effect through what the target system supplies. */
    protected abstract void effect(Supply supply, String effect) throws Exception;

    /** The effects that others see. */
    protected abstract List<String> effects() throws Exception;

    /** A marker that is missing counts as a proof only where the target system says that it keeps them. */
    @Test
    void saysThatItKeepsMarkers() {
        assertThat(target().fence(Claims.of(1), "shop").kept()).isTrue();
    }

    @Test
    void hasNoMarkersAtFirst() {
        assertThat(target().fence(Claims.of(1), "shop")).isEqualTo(Markers.EMPTY);
        assertThat(target().fence(Claims.of(1), "shop")).as("the same token again").isEqualTo(Markers.EMPTY);
    }

    @Test
    void replacesTheMarkerOfAnEarlierExecution() throws Exception {
        ChangeTarget target = target();
        target.fence(Claims.of(1), "shop");
        target.execute(execution("a", 1), supply -> effect(supply, "one"));
        ChangeCall second = execution("a", 2, target.fence(Claims.of(2), "shop").of("a"));
        assertThat(target.execute(second, supply -> effect(supply, "again"))).isEqualTo(Outcome.APPLIED);
        Marker found = target().fence(Claims.of(3), "shop").of("a");
        assertThat(found).isEqualTo(applied("a", 2));
        assertThat(target.execute(execution("a", 3, found), supply -> {
            throw new IllegalStateException("wrong");
        }).kind()).isEqualTo(Outcome.Kind.NOT_APPLIED);
        assertThat(target().fence(Claims.of(4), "shop").of("a")).as("what a failed execution found").isEqualTo(applied("a", 2));
    }

    /** A person says that the change is there: nothing else is written. */
    @Test
    void leavesAMarkerWhereNothingIsDone() throws Exception {
        ChangeTarget target = target();
        target.fence(Claims.of(1), "shop");
        assertThat(target.execute(execution("a", 1), supply -> {
        })).isEqualTo(Outcome.APPLIED);
        assertThat(target().fence(Claims.of(2), "shop").of("a")).isEqualTo(applied("a", 1));
        assertThat(target.execute(execution("a", 1, applied("a", 1)), supply -> {
        }).kind()).as("behind a newer fence").isEqualTo(Outcome.Kind.LOCK_LOST);
        assertThat(target.execute(execution("a", 2, applied("a", 1)), supply -> {
        })).isEqualTo(Outcome.APPLIED);
        assertThat(target().fence(Claims.of(3), "shop").of("a")).isEqualTo(applied("a", 2));
        assertThat(effects()).isEmpty();
    }

    /** Something answers reads with what is no longer so: the marker that is there tells. */
    @Test
    void replacesNoMarkerThatWasNotSeen() throws Exception {
        ChangeTarget target = target();
        target.fence(Claims.of(1), "shop");
        target.execute(execution("a", 1), supply -> effect(supply, "one"));
        target.fence(Claims.of(2), "shop");
        for (Marker seen : Arrays.asList(null, applied("a", 0),
                new Marker("a", 1, "sum-1", Marker.State.IN_PROGRESS))) {
            Outcome outcome = target.execute(execution("a", 2, seen), supply -> effect(supply, "twice"));
            assertThat(outcome.kind()).isEqualTo(Outcome.Kind.OTHER_MARKER);
            assertThat(outcome.error()).isInstanceOfSatisfying(OtherMarkerException.class,
                    e -> assertThat(e.found()).isEqualTo(applied("a", 1)))
                    .hasMessage("Target system 'inventory' holds a marker with token 1 in state APPLIED of change 'a', but "
                            + (seen == null ? "no marker"
                                    : "a marker with token " + seen.token() + " in state " + seen.state())
                            + " was read after its fence had been raised");
        }
        assertThat(effects()).containsExactly("one");
        assertThat(target().fence(Claims.of(3), "shop").of("a")).isEqualTo(applied("a", 1));
        assertThat(target.execute(execution("b", 3), supply -> effect(supply, "two"))).isEqualTo(Outcome.APPLIED);
    }

    @Test
    void noticesThatTheMarkerThatWasSeenIsGone() throws Exception {
        ChangeTarget target = target();
        target.fence(Claims.of(1), "shop");
        Outcome outcome = target.execute(execution("a", 1, applied("a", 1)), supply -> effect(supply, "one"));
        assertThat(outcome.kind()).isEqualTo(Outcome.Kind.OTHER_MARKER);
        assertThat(outcome.error()).isInstanceOfSatisfying(OtherMarkerException.class, e -> assertThat(e.found()).isNull())
                .hasMessageStartingWith("Target system 'inventory' holds no marker of change 'a', but a marker with token 1");
        assertThat(effects()).isEmpty();
        assertThat(target().fence(Claims.of(2), "shop")).isEqualTo(Markers.EMPTY);
    }

    protected static ChangeCall execution(String change, long token) {
        return new ChangeCall("shop", change, "sum-" + token, token, true);
    }

    protected static ChangeCall execution(String change, long token, Marker seen) {
        return new ChangeCall("shop", change, "sum-" + token, token, true, seen);
    }

    protected static Marker applied(String change, long token) {
        return new Marker(change, token, "sum-" + token, Marker.State.APPLIED);
    }
}
