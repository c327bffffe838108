package org.acme.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import io.quarkiverse.flamingock.result.ChangeState;

/**
 * Rows T4 and T5: a change of a newer version was interrupted, and the application that is started now does not have it.
 */
class RemovedIT {

    static List<Store> stores() {
        return Matrix.stores();
    }

    /** The instance that ran it stands still, and goes on when a person has settled its change. */
    @ParameterizedTest(name = "T4 {0}")
    @MethodSource("stores")
    void aPersonSettlesIt(Store store) throws InterruptedException {
        try (World world = new World(store)) {
            Child owner = world.start(Variant.NEWER, Map.of(), "flamingock.failpoint=P4@newer:stop").awaitStopped();
            assertThat(world.mustStart("quarkus.flamingock.fix.change-id=newer",
                    "quarkus.flamingock.fix.resolution=ROLLED_BACK").text())
                    .contains(
                            "Change 'newer' was STARTED and is recorded as MANUAL_MARKED_AS_ROLLED_BACK now; it is no longer in"
                                    + " this application, so no run does anything with it. One that has it again will apply it."
                                    + " Nothing was applied.");
            Child.Ended late = world.ended(owner.goOn());
            assertThat(late.exit()).as("the old owner has lost its lock:%n%s", late.text()).isEqualTo(1);
            assertThat(world.effects()).as("what the old owner had begun").noneMatch(effect -> effect.isDone("newer"));

            assertThat(world.mustStart().text()).contains("Applied change harmless-11").doesNotContain("change newer");
            assertThat(world.ended(world.start(Variant.NEWER, Map.of())).text()).contains("Applied change newer");
            assertThat(world.events()).filteredOn(event -> event.is("newer", ChangeState.EXECUTED)).hasSize(1);
            assertThat(world.effects()).filteredOn(effect -> effect.isDone("newer")).hasSize(1);
        }
    }

    /** Beside the newer version it is none of the older one's business; after its death the marker tells. */
    @ParameterizedTest(name = "T5 {0}")
    @MethodSource("stores")
    void itsMarkerSettlesIt(Store store) throws InterruptedException {
        try (World world = new World(store)) {
            world.mustStart();
            Child owner = world
                    .start(Variant.NEWER, Map.of(), "faults.newer=until-told", "flamingock.failpoint=P3@newer:delay=1")
                    .awaitLine("FAILPOINT");
            assertThat(world.mustStart().text()).as("beside the newer version").contains("nothing pending")
                    .doesNotContain("ISSUES FOUND");
            owner.kill().awaitKilled();
            world.place.byHand().endLeases();

            assertThat(world.mustStart().text()).as("after its death")
                    .contains("Change newer on database was left in state STARTED; its marker proves that it was not applied");
            assertThat(world.mustStart().text()).contains("nothing pending");
            assertThat(world.ended(world.start(Variant.NEWER, Map.of())).text()).contains("Applied change newer");
            assertThat(world.events()).filteredOn(event -> event.changeId().equals("newer"))
                    .extracting(event -> event.state() + (event.resolvedBy() == null ? "" : " by " + event.resolvedBy()))
                    .containsExactly("STARTED", "ROLLED_BACK by MARKER", "STARTED", "EXECUTED");
            assertThat(world.effects()).filteredOn(effect -> effect.isDone("newer")).hasSize(1);
        }
    }
}
