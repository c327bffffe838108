package org.acme.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import io.quarkiverse.flamingock.result.ChangeState;

/**
 * Row T4: a change of a newer version was interrupted, and the application that is started now does not have it.
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
}
