package io.quarkiverse.flamingock.runtime.engine.prove;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkiverse.flamingock.RecoveryStrategy;
import io.quarkiverse.flamingock.error.ChangeFailedException;
import io.quarkiverse.flamingock.error.UnresolvedIssueException;
import io.quarkiverse.flamingock.result.Resolution;
import io.quarkiverse.flamingock.runtime.engine.World;
import io.quarkiverse.flamingock.spi.Marker;
import io.quarkiverse.flamingock.spi.Outcome.Kind;

/**
 * Row B2: what was on its way when its connection broke has arrived after the change was recorded as rolled back.
 */
class ContradictionsTest {

    private final World world = new World();
    private boolean wrong;

    @BeforeEach
    void aChange() {
        change(RecoveryStrategy.MANUAL_INTERVENTION);
    }

    private void change(RecoveryStrategy recovery) {
        world.change("a", "h2", true, recovery, (effects, context) -> {
            if (wrong) {
                throw new IllegalStateException("wrong");
            }
            effects.add("a");
        }, null);
    }

    private void rolledBackAndArrived() {
        wrong = true;
        assertThatThrownBy(() -> world.engine().apply()).isInstanceOf(ChangeFailedException.class);
        assertThat(world.trail()).last().isEqualTo("a ROLLED_BACK 1");
        wrong = false;
        arrived();
    }

    private void arrived() {
        world.h2.putMarker(World.SERVICE, new Marker("a", 1, "v1", Marker.State.IN_PROGRESS));
    }

    @Test
    void isAnIssueThatAPersonCanSettle() {
        rolledBackAndArrived();
        assertThatThrownBy(() -> world.engine().apply()).isInstanceOf(UnresolvedIssueException.class)
                .hasMessageContaining("Error: The marker of this change in its target system shows that a part of it was"
                        + " committed, while the audit store says that it was rolled back");
        assertThat(world.h2.effects()).isEmpty();
        assertThat(world.trail()).last().isEqualTo("a EXECUTION_FAILED 2");
        assertThat(world.engine().issues()).hasSize(1);
        world.engine().fix("a", Resolution.ROLLED_BACK, "looked");
        assertThat(world.engine().apply().applied()).containsExactly("a");
    }

    @Test
    void isTriedAgainWhereTheStrategySaysSo() {
        rolledBackAndArrived();
        change(RecoveryStrategy.ALWAYS_RETRY);
        assertThat(world.engine().apply().applied()).containsExactly("a");
    }

    @Test
    void isAnIssueWhereNothingIsRecorded() {
        arrived();
        assertThatThrownBy(() -> world.engine().apply()).isInstanceOf(UnresolvedIssueException.class)
                .hasMessageContaining("while the audit store knows nothing of it");
        assertThat(world.h2.effects()).isEmpty();
        world.engine().fix("a", Resolution.EXECUTED, "looked");
        assertThat(world.engine().apply().applied()).isEmpty();
    }

    /** Its marker was committed before the statement that was refused; nothing has arrived later. */
    @Test
    void isNoneWhereAStatementWasRefused() {
        world.change("a", "h2", true, RecoveryStrategy.MANUAL_INTERVENTION, (effects, context) -> {
            if (wrong) {
                effects.addDdl("a");
                throw new IllegalStateException("is there already");
            }
        }, null);
        wrong = true;
        world.judging("h2", Kind.REFUSED);
        assertThatThrownBy(() -> world.engine().apply()).isInstanceOf(ChangeFailedException.class);
        assertThat(world.trail()).last().isEqualTo("a ROLLED_BACK 1");
        wrong = false;
        assertThat(world.engine().apply().applied()).containsExactly("a");
    }
}
