package io.quarkiverse.flamingock.runtime.engine.resolve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkiverse.flamingock.error.ChangeFailedException;
import io.quarkiverse.flamingock.error.TargetSystemUnavailableException;
import io.quarkiverse.flamingock.result.Resolution;
import io.quarkiverse.flamingock.runtime.engine.DelegatingTarget;
import io.quarkiverse.flamingock.runtime.engine.World;
import io.quarkiverse.flamingock.spi.Claim;
import io.quarkiverse.flamingock.spi.Failpoints.Phase;

/**
 * Row T2: what an interrupted change has left at work must not take effect after a person has said what there is.
 */
class FixInterruptedTest {

    private final World world = new World();
    private final List<String> ended = new ArrayList<>();
    private boolean stays;

    @BeforeEach
    void interrupted() {
        world.target(new DelegatingTarget(world.files) {
            @Override
            public void endInterrupted(Claim claim, String service, String changeId, BooleanSupplier asked) {
                if (stays) {
                    throw new TargetSystemUnavailableException("Session 7 is still there");
                }
                ended.add(claim.token() + " " + service + "/" + changeId + " " + world.trail());
            }
        });
        world.change("a", "files", (effects, context) -> {
            if (context.attempt() == 1) {
                throw new IllegalStateException("wrong");
            }
        });
    }

    @Test
    void isEndedBeforeTheResolutionIsRecorded() {
        world.killAt(Phase.STARTED_RECORDED, "a");
        world.engine().fix("a", Resolution.ROLLED_BACK, null);
        assertThat(ended).containsExactly("2 shop/a [a STARTED 1]");
        assertThat(world.files.fences()).isEqualTo(2);
    }

    @Test
    void keepsTheIssueWhereItStays() {
        world.killAt(Phase.STARTED_RECORDED, "a");
        stays = true;
        assertThatThrownBy(() -> world.engine().fix("a", Resolution.ROLLED_BACK, null))
                .isInstanceOf(TargetSystemUnavailableException.class).hasMessage("Session 7 is still there");
        assertThat(world.trail()).containsExactly("a STARTED 1");
        stays = false;
        world.engine().fix("a", Resolution.EXECUTED, null);
        assertThat(world.engine().issues()).isEmpty();
    }

    /** Whoever has recorded a failure has nothing at work any more. */
    @Test
    void nobodyIsAskedWhereTheChangeHasFailed() {
        assertThatThrownBy(() -> world.engine().apply()).isInstanceOf(ChangeFailedException.class);
        stays = true;
        world.engine().fix("a", Resolution.EXECUTED, null);
        assertThat(world.engine().issues()).isEmpty();
    }
}
