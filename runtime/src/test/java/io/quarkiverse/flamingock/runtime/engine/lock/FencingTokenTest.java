package io.quarkiverse.flamingock.runtime.engine.lock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

import io.quarkiverse.flamingock.error.LockLostException;
import io.quarkiverse.flamingock.result.AuditEvent;
import io.quarkiverse.flamingock.runtime.engine.World;
import io.quarkiverse.flamingock.spi.Failpoints;
import io.quarkiverse.flamingock.spi.Failpoints.Phase;

/**
 * Tokens grow, also where a target system has seen a greater one than the store of the lock knows.
 */
class FencingTokenTest {

    private final World world = new World();

    @Test
    void tokensGoOnFromWhatTheTargetSystemHasSeen() {
        world.change("a", "db", (effects, context) -> effects.add("a " + context.fencingToken()));
        world.db.fenceIs(41);

        world.engine().apply();
        assertThat(world.db.effects()).containsExactly("a 42");
        assertThat(world.events()).extracting(AuditEvent::token).containsOnly(42L);
        world.change("b", "db", (effects, context) -> effects.add("b " + context.fencingToken()));
        world.engine().apply();
        assertThat(world.db.effects()).endsWith("b 43");
    }

    @Test
    void theRightToRaiseATokenIsThatOfTheHolder() {
        world.change("a", "db", (effects, context) -> effects.add("a " + context.fencingToken()));
        world.failpoints = (phase, change) -> {
            if (phase == Phase.LOCK_HELD) {
                world.failpoints = Failpoints.NONE;
                world.clock.advance(World.LEASE.plusSeconds(1));
                world.engine().apply();
            }
        };

        assertThatThrownBy(() -> world.engine().apply()).isInstanceOf(LockLostException.class);
        assertThat(world.db.effects()).containsExactly("a 2");
    }
}
