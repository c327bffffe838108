package io.quarkiverse.flamingock.runtime.engine.resolve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import io.quarkiverse.flamingock.RecoveryStrategy;
import io.quarkiverse.flamingock.error.ChangeFailedException;
import io.quarkiverse.flamingock.error.LockLostException;
import io.quarkiverse.flamingock.error.NothingToFixException;
import io.quarkiverse.flamingock.result.ChangeState;
import io.quarkiverse.flamingock.result.FixResult;
import io.quarkiverse.flamingock.result.Resolution;
import io.quarkiverse.flamingock.runtime.engine.DelegatingLock;
import io.quarkiverse.flamingock.runtime.engine.World;
import io.quarkiverse.flamingock.spi.Failpoints.Phase;
import io.quarkiverse.flamingock.spi.Lease;

/**
 * Row T4: settling a change that is no longer in the code, or that has moved to another target system.
 */
class RemovedChangeTest {

    private final World world = new World();

    @ParameterizedTest
    @EnumSource(Resolution.class)
    void whoRanItFindsTheFenceRaised(Resolution resolution) {
        List<FixResult> fixed = new ArrayList<>();
        world.change("a", "db", (effects, context) -> {
            world.clock.advance(World.LEASE.plusSeconds(1));
            world.remove("a");
            fixed.add(world.engine().fix("a", resolution, null));
            effects.add("a");
        });

        assertThatThrownBy(() -> world.engine().apply()).isInstanceOf(LockLostException.class)
                .hasMessageContaining("The target system has seen a newer token");
        assertThat(fixed).containsExactly(new FixResult("a", ChangeState.STARTED, resolution.state(), null, null));
        assertThat(world.db.effects()).isEmpty();
    }

    @Test
    void whoRanItElsewhereFindsTheFenceRaisedThere() {
        world.change("a", "db", (effects, context) -> {
            world.clock.advance(World.LEASE.plusSeconds(1));
            world.change("a", "h2", (other, attempt) -> other.add("moved"));
            world.engine().fix("a", Resolution.ROLLED_BACK, null);
            effects.add("a");
        });

        assertThatThrownBy(() -> world.engine().apply()).isInstanceOf(LockLostException.class);
        assertThat(world.db.effects()).isEmpty();
        assertThat(world.engine().apply().applied()).containsExactly("a");
        assertThat(world.h2.effects()).containsExactly("moved");
    }

    @Test
    void itIsSaidWhereTheTargetSystemHasGoneToo() {
        world.change("a", "db", (effects, context) -> effects.add("a"));
        world.killAt(Phase.STARTED_RECORDED, "a");
        world.remove("a").removeTarget("db");

        assertThat(world.engine().fix("a", Resolution.ROLLED_BACK, null)).isEqualTo(new FixResult("a", ChangeState.STARTED,
                ChangeState.MANUAL_MARKED_AS_ROLLED_BACK, null,
                "The fence of target system 'db' could not be raised, because this application can't use it: Target system 'db'"
                        + " is not part of this application. Should the instance that ran the change still be alive, what it has"
                        + " begun there may still take effect: make sure that it has ended"));
        assertThat(world.trail()).endsWith("a MANUAL_MARKED_AS_ROLLED_BACK 1 by OPERATOR");
    }

    /** It may be at work all the same. */
    @Test
    void soItIsOfWhatWasNotBegunInATransaction() {
        world.change("a", "files", (effects, context) -> effects.add("a"));
        world.killAt(Phase.STARTED_RECORDED, "a");
        world.remove("a").removeTarget("files");

        assertThat(world.engine().fix("a", Resolution.EXECUTED, null).warning())
                .startsWith("The fence of target system 'files' could not be raised")
                .endsWith("what it has begun there may still take effect: make sure that it has ended");
    }

    @Test
    void whatHasFailedOutsideOfATransactionHasNoFence() {
        world.change("a", "files", (effects, context) -> {
            throw new IllegalStateException("wrong");
        });
        assertThatThrownBy(() -> world.engine().apply()).isInstanceOf(ChangeFailedException.class);
        world.remove("a").removeTarget("files");

        assertThat(world.engine().fix("a", Resolution.EXECUTED, null).warning()).isNull();
    }

    @Test
    void whatIsExecutedElsewhereMeanwhileIsNotSettled() {
        world.change("a", "db", (effects, context) -> effects.add("a"));
        world.killAt(Phase.STARTED_RECORDED, "a");
        world.remove("a");
        world.locks = lock -> new DelegatingLock(lock) {
            @Override
            public Optional<Lease> tryAcquire(String name, String owner, Duration duration) {
                world.locks = plain -> plain;
                world.change("a", "h2", true, RecoveryStrategy.ALWAYS_RETRY, (effects, context) -> effects.add("a"), null);
                world.killAt(Phase.STARTED_RECORDED, "a");
                return super.tryAcquire(name, owner, duration);
            }
        };

        assertThatThrownBy(() -> world.engine().fix("a", Resolution.EXECUTED, null))
                .isInstanceOf(NothingToFixException.class)
                .hasMessage("Change 'a' was executed meanwhile, on target system 'h2'; nothing was recorded. Look there, and"
                        + " call fix again.");
    }
}
