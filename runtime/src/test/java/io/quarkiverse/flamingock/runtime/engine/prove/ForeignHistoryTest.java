package io.quarkiverse.flamingock.runtime.engine.prove;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkiverse.flamingock.error.ForeignHistoryException;
import io.quarkiverse.flamingock.runtime.engine.DelegatingTarget;
import io.quarkiverse.flamingock.runtime.engine.World;
import io.quarkiverse.flamingock.spi.Claim;
import io.quarkiverse.flamingock.spi.Failpoints.Phase;
import io.quarkiverse.flamingock.spi.ForeignMarker;
import io.quarkiverse.flamingock.spi.Marker;
import io.quarkiverse.flamingock.spi.Markers;

/** Row H1: what another service has applied is not applied again because the name has changed. */
class ForeignHistoryTest {

    private final World world = new World();

    @BeforeEach
    void twoChanges() {
        world.change("a", "db", (effects, context) -> effects.add("a")).change("b", "files",
                (effects, context) -> effects.add("b"));
    }

    private void marker(String checksum) {
        world.db.putMarker("old", new Marker("a", 7, checksum, Marker.State.APPLIED));
    }

    @Test
    void stopsWhereTheSameChangeIsThereUnderAnotherName() {
        marker("v1");
        assertThatThrownBy(() -> world.engine().apply()).isInstanceOf(ForeignHistoryException.class)
                .hasMessage("The audit store (memory) knows nothing of service 'shop', but target"
                        + " system 'db' holds markers of these changes, with the same checksums, in memory of service 'old': a."
                        + " They would be applied a second time; nothing was applied. If that is the history of this application,"
                        + " set quarkus.flamingock.service=old and quarkus.flamingock.table-prefix=, and let the connection find"
                        + " its tables there. If it is another application's, and this one shall apply the same changes once more,"
                        + " set quarkus.flamingock.new-history=true for one start.");
        assertThat(world.db.effects()).isEmpty();
        assertThat(world.files.effects()).isEmpty();
        assertThat(world.trail()).isEmpty();
    }

    @Test
    void stopsAlsoWhereChecksumsWereMadeInAnotherWay() {
        marker("2:v1");
        assertThatThrownBy(() -> world.engine().apply()).isInstanceOf(ForeignHistoryException.class)
                .hasMessageContaining("target system 'db' holds markers of these changes, with checksums that can't be compared"
                        + " with today's, in memory of service 'old': a. They would be applied a second time");
        assertThat(world.db.effects()).isEmpty();
    }

    @Test
    void saysWhichSchemaIsToBeSet() {
        world.target(new DelegatingTarget(world.db) {
            @Override
            public List<ForeignMarker> foreignMarkers(String service) {
                return List.of(new ForeignMarker("old", "old_", "shop", "shop.old_marker",
                        new Marker("a", 7, "v1", Marker.State.APPLIED)));
            }
        });
        assertThatThrownBy(() -> world.engine().apply()).hasMessageContaining("set quarkus.flamingock.service=old and"
                + " quarkus.flamingock.table-prefix=old_ and quarkus.flamingock.schema=shop. If it is another application's");
    }

    @Test
    void aMissingMarkerIsNoProofWhereItIsElsewhere() {
        world.killAt(Phase.TARGET_COMMITTED, "a");
        world.target(new DelegatingTarget(world.db) {
            @Override
            public Markers fence(Claim claim, String service, BooleanSupplier ended) {
                return Markers.kept(Map.of());
            }

            @Override
            public List<ForeignMarker> foreignMarkers(String service) {
                return List.of(new ForeignMarker(World.SERVICE, "old_", "shop", "shop.old_marker",
                        new Marker("a", 1, "v1", Marker.State.APPLIED)));
            }
        });
        assertThatThrownBy(() -> world.engine().apply()).isInstanceOf(ForeignHistoryException.class)
                .hasMessage(
                        "The last execution of change 'a' is open, and target system 'db' has no marker of it where the tables"
                                + " of the extension are now, but one in shop.old_marker: the change would be applied a second time;"
                                + " nothing was applied. Put the settings back that it was executed with:"
                                + " quarkus.flamingock.table-prefix=old_ and quarkus.flamingock.schema=shop.");
        assertThat(world.db.effects()).containsExactly("a");
        world.target(world.db);
        world.clock.advance(World.LEASE.plusSeconds(1));
        assertThat(world.engine().apply().resolved()).containsExactly("a");
    }

    @Test
    void goesOnWhereAPersonSaysSo() {
        marker("v1");
        world.newHistory = true;
        assertThat(world.engine().apply().applied()).containsExactly("a", "b");
    }

    @Test
    void anotherApplicationMayHaveAChangeOfTheSameName() {
        marker("other");
        assertThat(world.engine().apply().applied()).containsExactly("a", "b");
        world.db.putMarker("third", new Marker("c", 7, "v1", Marker.State.APPLIED));
        world.change("c", "db", (effects, context) -> effects.add("c"));
        assertThat(world.engine().apply().applied()).as("it has a history of its own").containsExactly("c");
    }
}
