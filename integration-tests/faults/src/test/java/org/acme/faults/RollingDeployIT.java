package org.acme.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import io.quarkiverse.flamingock.result.ChangeState;

/**
 * Rows L12 and L13: two versions of the application on one database.
 */
class RollingDeployIT {

    static List<Store> stores() {
        return Matrix.stores();
    }

    /** L12: old and new at the same time; what one of them does not know is no error. */
    @ParameterizedTest(name = "L12 {0}")
    @MethodSource("stores")
    void oldAndNewAtTheSameTime(Store store) throws InterruptedException {
        try (World world = new World(store)) {
            Child newer = world.start(Variant.NEWER, Map.of(), "flamingock.failpoint=P4@newer:stop").awaitStopped();
            Child older = world.start();
            Child.Ended first = world.ended(newer.goOn());
            Child.Ended second = world.ended(older);
            assertThat(second.exit()).as("the old version:%n%s", second.text()).isZero();
            if (first.exit() != 0) {
                assertThat(world.ended(world.start(Variant.NEWER, Map.of())).exit()).isZero();
            }
            assertThat(world.events()).as("every change of both versions is executed once")
                    .filteredOn(event -> event.state() == ChangeState.EXECUTED).extracting(Event::changeId)
                    .doesNotHaveDuplicates().contains("harmless-11", "newer").hasSize(26);
            // Each version does what is its own, and finds that the rest is none of its business.
            assertThat(world.mustStart().text()).contains("nothing pending");
            assertThat(world.ended(world.start(Variant.NEWER, Map.of())).text()).contains("nothing pending");
        }
    }

    /** L13: what was executed and is edited or gone now is reported or refused, and never applied again. */
    @ParameterizedTest(name = "L13 {0}")
    @MethodSource("stores")
    void editedAndRemoved(Store store) throws InterruptedException {
        try (World world = new World(store)) {
            world.mustStart();
            int events = world.events().size();
            Child.Ended refused = world.ended(world.start(Variant.NEWER, Map.of(), "quarkus.flamingock.on-modified=fail"));
            assertThat(refused.exit()).as("exit code:%n%s", refused.text()).isEqualTo(1);
            assertThat(refused.text()).contains("harmless-12").contains("edited after it was executed");
            assertThat(world.events()).hasSize(events);
            Child.Ended warned = world.ended(world.start(Variant.NEWER, Map.of()));
            assertThat(warned.exit()).as("exit code:%n%s", warned.text()).isZero();
            assertThat(warned.text()).contains("edited after it was executed").contains("Applied change newer")
                    .doesNotContain("Applied change harmless-12");
            Invariants.check(world);
        }
    }
}
