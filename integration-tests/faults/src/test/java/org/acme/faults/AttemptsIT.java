package org.acme.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import io.quarkiverse.flamingock.RecoveryStrategy;

/**
 * Row K16: a change that kills the process each time it runs, as one that needs too much memory, is not tried for ever.
 */
class AttemptsIT {

    private static final int MOST = 2;

    static Stream<Case<String>> cases() {
        return Matrix.cases(java.util.List.of("K16"), row -> row, row -> java.util.List.of(Kind.TX, Kind.FILE))
                .filter(one -> one.kind().on(one.store()) == TargetClass.TXM
                        || one.strategy() == RecoveryStrategy.ALWAYS_RETRY);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void isNotTriedForEver(Case<String> one) throws InterruptedException {
        String most = "quarkus.flamingock.max-interrupted-attempts=" + MOST;
        try (World world = new World(one.store())) {
            for (int i = 0; i < MOST; i++) {
                world.mustDieAt("P4@" + one.change(), most);
            }
            int effects = world.effects().size();
            for (int i = 0; i < 2; i++) {
                Child.Ended stopped = world.mustFail(most, "flamingock.failpoint=P4@" + one.change() + ":halt");
                assertThat(stopped.text()).contains("ISSUES FOUND (1)").contains(one.change())
                        .contains("quarkus.flamingock.max-interrupted-attempts");
            }
            assertThat(world.effects()).as("effects while a person is asked").hasSize(effects);
            Invariants.check(world);
            world.resolve(one.change());
            world.mustStart(most);
            Aftermath.mustBeQuiet(world);
        }
    }
}
