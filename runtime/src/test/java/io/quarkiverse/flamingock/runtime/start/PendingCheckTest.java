package io.quarkiverse.flamingock.runtime.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import io.quarkiverse.flamingock.RecoveryStrategy;
import io.quarkiverse.flamingock.error.PendingChangesException;
import io.quarkiverse.flamingock.runtime.config.OnPending;
import io.quarkiverse.flamingock.runtime.engine.World;
import io.quarkiverse.flamingock.runtime.jdbc.LogCapture;
import io.quarkiverse.flamingock.spi.Failpoints.Phase;

/**
 * What a start says that may not apply changes, where it needs more than one application to come to that.
 */
class PendingCheckTest {

    private static final String NOT_HERE = ", and this start may not apply changes (quarkus.flamingock.apply-at-start=false): ";
    private static final String APPLY = "Apply with\n  java -Dquarkus.init-and-exit=true -Dquarkus.flamingock.apply-at-start=true"
            + " -jar quarkus-run.jar\nor with Flamingock.apply()";

    private final World world = new World();

    private List<String> said(OnPending onPending) {
        try (LogCapture log = new LogCapture("io.quarkiverse.flamingock")) {
            new PendingCheck(world.engine(), onPending).look();
            return List.copyOf(log.messages());
        }
    }

    private void change(String id, String checksum) {
        world.put(id, id, "db", true, RecoveryStrategy.MANUAL_INTERVENTION, checksum, (effects, context) -> effects.add(id),
                null);
    }

    @Test
    void whatIsAtWorkElsewhereIsSaid() {
        change("a", "v1");
        change("b", "v1");
        world.killAt(Phase.WORK_DONE, "a");
        world.clock.advance(World.LEASE.multipliedBy(-1));

        assertThat(said(OnPending.WARN)).containsExactly("2 changes are pending" + NOT_HERE + "a, b. Another instance may be at"
                + " work on a: the lock on the target system is held. " + APPLY + ".");
        assertThatThrownBy(() -> said(OnPending.FAIL)).isInstanceOf(PendingChangesException.class)
                .hasMessageContaining("may be at work on a: ");
    }

    @Test
    void editsAreToldAtThisStartToo() {
        change("a", "v1");
        world.engine().apply();
        change("a", "v2");
        world.engine().apply();

        assertThat(said(OnPending.FAIL))
                .containsExactly("Executed changes differ from today's code, or from the order in it, and"
                        + " are not applied again: a. Flamingock.plan() shows them; a start that applies changes says how to accept an"
                        + " edit", "Flamingock: nothing is pending");
    }

    @Test
    void ofManyTenAreNamed() {
        IntStream.range(10, 22).forEach(i -> change("c" + i, "v1"));

        assertThat(said(OnPending.WARN)).containsExactly("12 changes are pending" + NOT_HERE
                + "c10, c11, c12, c13, c14, c15, c16, c17, c18, c19 and 2 more. " + APPLY + ".");
    }
}
