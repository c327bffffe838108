package org.acme.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Row K4 seen from one who waits: the holder of the lock is killed while it renews its lease and applies a change. How long
 * the other then takes is printed.
 */
class SurvivorIT {

    static Stream<Case<String>> cases() {
        return Matrix.cases(List.of("K4 seen by a waiter"), row -> row, row -> List.of(Kind.TX));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void goesOnByItself(Case<String> one) throws InterruptedException {
        String change = one.change();
        try (World world = new World(one.store())) {
            Child holder = world.start("faults." + change + "=until-told", "flamingock.failpoint=P4@" + change + ":delay=1")
                    .awaitLine("FAILPOINT P4@" + change);
            Child waiter = world.start().awaitLine("Waiting for another instance");
            long killed = System.nanoTime();
            holder.kill().awaitKilled();
            waiter.awaitLine("Applied change " + change);
            System.out.printf(Locale.ROOT, "%s: applied %.1f s after the holder was killed, with a lease of %s%n", one,
                    (System.nanoTime() - killed) / 1e9, World.LEASE);
            Child.Ended survivor = world.ended(waiter);
            assertThat(survivor.exit()).as("the survivor:%n%s", survivor.text()).isZero();
            assertThat(survivor.text()).as("no person is needed").contains("its marker proves that it was not applied");
            assertThat(world.effects()).filteredOn(effect -> effect.isDone(change)).hasSize(1);
            Aftermath.mustBeQuiet(world);
        }
    }
}
