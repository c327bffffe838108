package io.quarkiverse.flamingock.runtime.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Test;

import io.quarkiverse.flamingock.RecoveryStrategy;
import io.quarkiverse.flamingock.result.PlannedChange;
import io.quarkiverse.flamingock.result.Status;

/**
 * Where an application stands is one read where a start would do nothing, also with edits.
 */
class StatusTest {

    private final World world = new World();

    private World change(String id, String checksum) {
        return world.put(id, id, "db", true, RecoveryStrategy.MANUAL_INTERVENTION, checksum,
                (effects, context) -> effects.add(id),
                null);
    }

    private Status status(int reads) {
        int before = world.store.reads();
        Status status = world.engine().status();
        assertThat(world.store.reads() - before).as("reads").isEqualTo(reads);
        return status;
    }

    @Test
    void nothingPendingIsOneRead() {
        change("a", "v1");
        world.engine().apply();

        assertThat(status(1)).isEqualTo(new Status(1, List.of(), List.of()));
    }

    @Test
    void whatIsPendingIsPlanned() {
        change("a", "v1");
        world.engine().apply();
        change("b", "v1");

        Status status = world.engine().status();
        assertThat(status.upToDate()).isFalse();
        assertThat(status.changes()).isEqualTo(2);
        assertThat(status.pending()).extracting(PlannedChange::id).containsExactly("b");
        assertThat(status.issues()).isEmpty();
        assertThat(world.db.effects()).containsExactly("a");
    }

    @Test
    void editsAreToldWhereTheHeadNamesThem() {
        change("a", "v1");
        world.engine().apply();
        change("a", "v2");
        assertThat(world.engine().status().edited()).as("no start has looked").containsExactly("a");
        world.engine().apply();

        assertThat(status(1).edited()).containsExactly("a");
        assertThat(status(1).upToDate()).isTrue();
    }

    @Test
    void editsAreToldWhereTheHeadHasNoRoom() {
        String longer = "x".repeat(250);
        change("a", "v1");
        change(longer, "v1");
        world.engine().apply();
        change("a", "v2");
        change(longer, "v2");
        world.engine().apply();

        Status status = world.engine().status();
        assertThat(status.edited()).containsExactly("a", longer);
        assertThat(status.upToDate()).isTrue();
    }
}
