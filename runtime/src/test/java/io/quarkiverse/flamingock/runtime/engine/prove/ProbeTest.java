package io.quarkiverse.flamingock.runtime.engine.prove;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import io.quarkiverse.flamingock.ProbeResult;
import io.quarkiverse.flamingock.RecoveryStrategy;
import io.quarkiverse.flamingock.error.UnresolvedIssueException;
import io.quarkiverse.flamingock.result.AuditEvent;
import io.quarkiverse.flamingock.result.PlannedAction;
import io.quarkiverse.flamingock.runtime.engine.World;
import io.quarkiverse.flamingock.spi.AuditField;
import io.quarkiverse.flamingock.spi.Failpoints.Phase;

/**
 * A change without transaction that can be asked what its last execution did.
 */
class ProbeTest {

    private final World world = new World();
    private final List<String> asked = new ArrayList<>();

    private void killed(RecoveryStrategy recovery, ProbeResult answer) {
        world.change("a", "files", true, recovery, (effects, context) -> effects.add("a"), null).probe("a", () -> {
            asked.add("a");
            return world.events().isEmpty() ? ProbeResult.NOT_APPLIED : answer;
        });
        world.killAt(Phase.TARGET_COMMITTED, "a");
        assertThat(asked).as("before it was applied for the first time").containsExactly("a");
        asked.clear();
    }

    @Test
    void whatItFindsAppliedIsRecorded() {
        killed(RecoveryStrategy.MANUAL_INTERVENTION, ProbeResult.APPLIED);
        assertThat(world.engine().plan().changes().get(0).action()).isEqualTo(PlannedAction.RESOLVE);
        assertThat(world.engine().issues()).isEmpty();

        assertThat(world.engine().apply().resolved()).containsExactly("a");
        assertThat(world.trail()).endsWith("a EXECUTED 1 by PROBE");
        assertThat(world.events()).last().extracting(AuditEvent::token, AuditField.RESOLVED_TOKEN::of).containsExactly(2L, 1L);
        assertThat(world.files.effects()).containsExactly("a");
    }

    @Test
    void whatItDoesNotFindIsApplied() {
        killed(RecoveryStrategy.MANUAL_INTERVENTION, ProbeResult.NOT_APPLIED);

        assertThat(world.engine().apply().applied()).containsExactly("a");
        assertThat(world.trail()).endsWith("a ROLLED_BACK 1 by PROBE", "a STARTED 2", "a EXECUTED 2");
    }

    @ParameterizedTest
    @EnumSource(names = { "PARTLY_APPLIED", "UNKNOWN" })
    void otherwiseTheStrategyDecides(ProbeResult answer) {
        killed(RecoveryStrategy.MANUAL_INTERVENTION, answer);
        assertThatThrownBy(() -> world.engine().apply()).isInstanceOf(UnresolvedIssueException.class);
        assertThat(world.files.effects()).containsExactly("a");

        world.change("a", "files", true, RecoveryStrategy.ALWAYS_RETRY, (effects, context) -> effects.add("again"), null)
                .probe("a", () -> answer);
        world.engine().apply();
        assertThat(world.files.effects()).containsExactly("a", "again");
    }

    @Test
    void oneThatThrowsKnowsNothing() {
        world.change("a", "files", (effects, context) -> effects.add("a")).probe("a", () -> {
            throw new IllegalStateException("no answer");
        });
        world.killAt(Phase.TARGET_COMMITTED, "a");

        assertThatThrownBy(() -> world.engine().apply()).isInstanceOf(UnresolvedIssueException.class);
    }

    @Test
    void oneThatReturnsNullKnowsNothing() {
        killed(RecoveryStrategy.MANUAL_INTERVENTION, null);

        assertThatThrownBy(() -> world.engine().apply()).isInstanceOf(UnresolvedIssueException.class);
    }

    @Test
    void itIsAskedOnlyAfterWhatWasSentHasArrived() {
        killed(RecoveryStrategy.MANUAL_INTERVENTION, ProbeResult.APPLIED);
        world.whileSleeping = () -> assertThat(asked).isEmpty();

        world.engine().apply();
        assertThat(world.sleeps).hasSize(30);
        assertThat(asked).hasSize(1);
    }

    @Test
    void itIsNotAskedWhereAMarkerTells() {
        world.change("a", "db", (effects, context) -> effects.add("a")).probe("a", () -> {
            asked.add("a");
            return ProbeResult.NOT_APPLIED;
        });
        world.killAt(Phase.TARGET_COMMITTED, "a");
        assertThat(asked).hasSize(1);

        world.engine().apply();
        assertThat(world.trail()).endsWith("a EXECUTED 1 by MARKER");
        assertThat(asked).hasSize(1);
    }
}
