package io.quarkiverse.flamingock.runtime.engine.resolve;

import static io.quarkiverse.flamingock.RecoveryStrategy.ALWAYS_RETRY;
import static io.quarkiverse.flamingock.RecoveryStrategy.MANUAL_INTERVENTION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;

import org.junit.jupiter.api.Test;

import io.quarkiverse.flamingock.ProbeResult;
import io.quarkiverse.flamingock.error.UnresolvedIssueException;
import io.quarkiverse.flamingock.result.RebuildResult;
import io.quarkiverse.flamingock.result.Resolution;
import io.quarkiverse.flamingock.runtime.engine.World;
import io.quarkiverse.flamingock.spi.AuditField;

/**
 * Row A8: the audit store has lost what it knew.
 */
class RebuildTest {

    private final World world = new World();

    @Test
    void transactionalChangesAreProvenAtTheNextStart() {
        world.change("a", "db", (effects, context) -> effects.add("a"));
        world.engine().apply();
        world.store.lose(World.SERVICE);

        assertThat(world.engine().apply().resolved()).containsExactly("a");
        assertThat(world.db.effects()).containsExactly("a");
        assertThat(world.trail()).containsExactly("a EXECUTED 1 by MARKER");
        assertThat(world.events().get(0).settlement().token()).isEqualTo(1);
        assertThat(world.engine().verify().intact()).isTrue();
    }

    @Test
    void anEditSinceThenIsStillSeen() {
        world.put("a", "a", "db", true, MANUAL_INTERVENTION, "v1", (effects, context) -> effects.add("a"), null);
        world.engine().apply();
        world.store.lose(World.SERVICE);
        world.put("a", "a", "db", true, MANUAL_INTERVENTION, "v2", (effects, context) -> effects.add("a"), null);
        world.engine().apply();

        assertThat(world.events()).last().extracting(AuditField.CHECKSUM::of).isEqualTo("v1");
        assertThat(world.engine().plan().changes().get(0).edited()).isTrue();
    }

    @Test
    void whatHasNoMarkerIsNotAppliedASecondTime() {
        world.change("a", "db", (effects, context) -> effects.add("a"))
                .change("b", "files", (effects, context) -> effects.add("b"))
                .change("c", "db", false, ALWAYS_RETRY, (effects, context) -> effects.add("c"), null);
        world.engine().apply();
        world.store.lose(World.SERVICE);

        assertThatThrownBy(() -> world.engine().apply()).isInstanceOf(UnresolvedIssueException.class)
                .hasMessage("The audit store (memory) knows nothing of service 'shop', but its target systems hold markers of"
                        + " its changes: the audit store was lost, or the datasource, the table prefix or the name of the"
                        + " service has changed. These changes leave no marker and would be applied a second time: b, c."
                        + " Nothing was applied. Put the old settings or a backup back, or record what can be proven and"
                        + " settle the rest by hand; this applies nothing and exits:"
                        + " java -Dquarkus.flamingock.rebuild=true -jar quarkus-run.jar");
        assertThat(world.files.effects()).containsExactly("b");
        assertThat(world.trail()).isEmpty();
    }

    @Test
    void rebuildingRecordsWhatIsProvenAndLeavesTheRestToItsStrategy() {
        world.change("a", "db", (effects, context) -> effects.add("a"))
                .change("b", "files", (effects, context) -> effects.add("b"))
                .change("c", "db", false, ALWAYS_RETRY, (effects, context) -> effects.add("c"), null)
                .change("d", "files", (effects, context) -> effects.add("d")).probe("d", () -> ProbeResult.APPLIED)
                .change("e", "files", (effects, context) -> effects.add("e")).probe("e", () -> ProbeResult.NOT_APPLIED);
        world.engine().apply();
        world.change("f", "db", (effects, context) -> effects.add("f"));
        world.store.lose(World.SERVICE);
        List<String> before = world.files.effects();

        assertThat(world.engine().rebuild()).isEqualTo(new RebuildResult(List.of("a", "d"), List.of("b", "c")));
        assertThat(world.files.effects()).isEqualTo(before);
        assertThat(world.trail()).containsExactly("a EXECUTED 1 by MARKER", "b EXECUTION_FAILED 1", "c EXECUTION_FAILED 1",
                "d EXECUTED 1 by PROBE");
        assertThat(world.engine().issues()).singleElement().satisfies(issue -> {
            assertThat(issue.changeId()).isEqualTo("b");
            assertThat(issue.error()).isEqualTo("The record of this change was lost with the audit store, and nothing proves"
                    + " whether it was applied");
        });
        world.engine().fix("b", Resolution.EXECUTED, "looked");
        assertThat(world.engine().apply().applied()).containsExactly("c", "e", "f");
        assertThat(world.engine().verify().intact()).isTrue();
    }

    @Test
    void rebuildingAnAuditThatIsThereChangesNothing() {
        world.change("a", "db", (effects, context) -> effects.add("a"))
                .change("b", "files", (effects, context) -> effects.add("b"));
        world.engine().apply();
        List<String> before = world.trail();

        assertThat(world.engine().rebuild()).isEqualTo(new RebuildResult(List.of(), List.of()));
        assertThat(world.trail()).isEqualTo(before);
        assertThat(world.store.holder("db")).isNull();
        assertThat(world.store.holder("files")).isNull();
    }

    @Test
    void markersOfOthersAreNoSign() {
        world.change("x", "db", (effects, context) -> effects.add("x"));
        world.engine().apply();
        world.store.lose(World.SERVICE);
        world.remove("x").change("a", "files", (effects, context) -> effects.add("a"));

        assertThat(world.engine().apply().applied()).containsExactly("a");
    }
}
