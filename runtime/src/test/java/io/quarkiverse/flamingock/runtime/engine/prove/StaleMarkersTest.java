package io.quarkiverse.flamingock.runtime.engine.prove;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.function.BooleanSupplier;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import io.quarkiverse.flamingock.ChangeContext;
import io.quarkiverse.flamingock.RecoveryStrategy;
import io.quarkiverse.flamingock.error.ChangeFailedException;
import io.quarkiverse.flamingock.error.UnresolvedIssueException;
import io.quarkiverse.flamingock.result.Resolution;
import io.quarkiverse.flamingock.runtime.engine.DelegatingTarget;
import io.quarkiverse.flamingock.runtime.engine.SpanningCode;
import io.quarkiverse.flamingock.runtime.engine.World;
import io.quarkiverse.flamingock.spi.ChangeCall;
import io.quarkiverse.flamingock.spi.Claim;
import io.quarkiverse.flamingock.spi.Failpoints.Phase;
import io.quarkiverse.flamingock.spi.Marker;
import io.quarkiverse.flamingock.spi.Markers;
import io.quarkiverse.flamingock.spi.OtherMarkerException;
import io.quarkiverse.flamingock.spi.Outcome;
import io.quarkiverse.flamingock.spi.Work;
import io.quarkiverse.flamingock.test.memory.Effects;
import io.quarkiverse.flamingock.test.memory.InMemoryTargetSystem;

/**
 * Row H4: the markers were read from a replica that is behind, or through a proxy that sends reads elsewhere. The write of the
 * marker tells.
 */
class StaleMarkersTest {

    private static final String WHY = ". Unless somebody has changed the marker by hand, something answers reads with what is no"
            + " longer so, such as a replica, a proxy that sends reads elsewhere than writes, or a server that was restored. This"
            + " attempt had no effect in its transaction; the change is recorded as ";
    private static final String WHAT_TO_DO = " Let target system 'db' reach the primary itself, then start again.";

    private final World world = new World();
    private final SpanningCode spanning = new SpanningCode() {
        @Override
        protected void apply(Effects db, Effects files, ChangeContext context) {
            db.add("row " + context.attempt());
            files.add("file " + context.attempt());
        }

        @Override
        protected void rollback(Effects db, Effects files) {
            files.add("taken back");
        }
    };
    private boolean stale;
    private boolean wrong;

    @BeforeEach
    void aChange() {
        read(world.db, Markers.EMPTY);
        change("db", RecoveryStrategy.MANUAL_INTERVENTION);
    }

    private void change(String target, RecoveryStrategy recovery) {
        world.change("a", target, true, recovery, (effects, context) -> {
            effects.add("a" + context.attempt());
            if (wrong) {
                throw new IllegalStateException("wrong");
            }
        }, null);
    }

    /** What is read of a target system as long as it is stale. */
    private void read(InMemoryTargetSystem target, Markers markers) {
        world.target(new DelegatingTarget(target) {
            @Override
            public Markers fence(Claim claim, String service, BooleanSupplier ended) {
                Markers real = super.fence(claim, service, ended);
                return stale ? markers : real;
            }
        });
    }

    private void fails(String message) {
        stale = true;
        assertThatThrownBy(() -> world.engine().apply()).isInstanceOf(ChangeFailedException.class).hasMessage(message);
        stale = false;
    }

    private void appliedOnceAndNotRecorded() {
        world.killAt(Phase.TARGET_COMMITTED, "a");
        assertThat(world.db.effects()).containsExactly("a1");
    }

    @ParameterizedTest
    @EnumSource(RecoveryStrategy.class)
    void whatIsAppliedIsNotAppliedAgain(RecoveryStrategy recovery) {
        change("db", recovery);
        appliedOnceAndNotRecorded();
        fails("Target system 'db' holds a marker with token 1 in state APPLIED of change 'a', but no marker was read after its"
                + " fence had been raised" + WHY + "EXECUTED." + WHAT_TO_DO);
        assertThat(world.db.effects()).containsExactly("a1");
        assertThat(world.trail()).last().isEqualTo("a EXECUTED 2 by MARKER");
        assertThat(world.events()).last().satisfies(event -> {
            assertThat(event.settlement().by()).isEqualTo("MARKER");
            assertThat(event.settlement().token()).isEqualTo(1);
        });
        assertThat(world.engine().apply().skipped()).isEqualTo(1);
        assertThat(world.engine().verify().intact()).isTrue();
    }

    @Test
    void norWhereTheAuditStoreKnowsNothingOfIt() {
        world.db.putMarker(World.SERVICE, new Marker("a", 0, "v1", Marker.State.APPLIED));
        stale = true;
        assertThatThrownBy(() -> world.engine().apply()).hasMessageContaining("is recorded as EXECUTED.");
        assertThat(world.db.effects()).isEmpty();
        assertThat(world.trail()).containsExactly("a STARTED 1", "a EXECUTED 1 by MARKER");
    }

    /** The run that was told something old dies before it meets the marker. */
    @Test
    void norByTheStartAfterOneThatDiedWithAnOldAnswer() {
        appliedOnceAndNotRecorded();
        stale = true;
        world.killAt(Phase.STARTED_RECORDED, "a");
        stale = false;
        assertThat(world.trail()).contains("a ROLLED_BACK 1 by MARKER").last().isEqualTo("a STARTED 2");
        assertThat(world.engine().apply().resolved()).containsExactly("a");
        assertThat(world.db.effects()).containsExactly("a1");
        assertThat(world.trail()).last().isEqualTo("a EXECUTED 2 by MARKER");
    }

    @Test
    void aPersonMakesItPendingAllTheSame() {
        appliedOnceAndNotRecorded();
        world.engine().fix("a", Resolution.ROLLED_BACK, "taken back by hand");
        wrong = true;
        assertThatThrownBy(() -> world.engine().apply()).hasMessageContaining("wrong");
        wrong = false;
        assertThat(world.engine().apply().applied()).containsExactly("a");
        assertThat(world.db.effects()).containsExactly("a1", "a3");
    }

    @Test
    void aPartThatIsThereIsAnIssue() {
        read(world.h2, Markers.EMPTY);
        change("h2", RecoveryStrategy.MANUAL_INTERVENTION);
        world.h2.putMarker(World.SERVICE, new Marker("a", 0, "v1", Marker.State.IN_PROGRESS));
        fails("Target system 'h2' holds a marker with token 0 in state IN_PROGRESS of change 'a', but no marker was read after"
                + " its fence had been raised" + WHY + "EXECUTION_FAILED."
                + WHAT_TO_DO.replace("db", "h2"));
        assertThat(world.h2.effects()).isEmpty();
        assertThat(world.trail()).last().isEqualTo("a EXECUTION_FAILED 1");
        assertThatThrownBy(() -> world.engine().apply()).isInstanceOf(UnresolvedIssueException.class);
    }

    @Test
    void aMarkerThatIsGoneLeavesNothing() {
        read(world.db, Markers.kept(
                Map.of("a", new Marker("a", 0, "v1", Marker.State.IN_PROGRESS))));
        change("db", RecoveryStrategy.ALWAYS_RETRY);
        fails("Target system 'db' holds no marker of change 'a', but a marker with token 0 in state IN_PROGRESS was read after"
                + " its fence had been raised" + WHY + "EXECUTION_FAILED." + WHAT_TO_DO);
        assertThat(world.db.effects()).isEmpty();
        assertThat(world.engine().apply().applied()).containsExactly("a");
    }

    @Test
    void saysWhatMayBeDoneOutside() {
        world.outside("a", "Kafka producer in parameter 1");
        appliedOnceAndNotRecorded();
        stale = true;
        assertThatThrownBy(() -> world.engine().apply())
                .hasMessageContaining("is recorded as EXECUTED. What this attempt may have done outside of its"
                        + " transaction was not undone:\n    - Kafka producer in parameter 1\n  Let target system 'db'");
    }

    /** What is there in the other systems is what the execution that left the marker has done. */
    @Test
    void takesNothingBackInOtherSystems() {
        spanning.in(world, "a");
        world.killAt(Phase.TARGET_COMMITTED, "a");
        stale = true;
        assertThatThrownBy(() -> world.engine().apply()).isInstanceOf(UnresolvedIssueException.class);
        assertThat(world.files.effects()).containsExactly("file 1");
        stale = false;
    }

    @Test
    void takesNothingBackWhereTheMarkerIsMetAfterTheWork() {
        world.target(new DelegatingTarget(world.db) {
            @Override
            public Outcome execute(ChangeCall execution, Work work) {
                if (!stale) {
                    return super.execute(execution, work);
                }
                super.execute(execution, supply -> {
                    work.run(supply);
                    throw new IllegalStateException("undone");
                });
                return Outcome.otherMarker(new OtherMarkerException("db", execution,
                        new Marker("a", 0, "v1", Marker.State.APPLIED)));
            }
        });
        spanning.in(world, "a");
        stale = true;
        assertThatThrownBy(() -> world.engine().apply()).isInstanceOf(ChangeFailedException.class);
        assertThat(world.files.effects()).containsExactly("file 1");
        assertThat(world.db.effects()).isEmpty();
        assertThat(world.trail()).last().isEqualTo("a EXECUTION_FAILED 1");
    }
}
