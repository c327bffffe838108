package org.acme.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import io.quarkiverse.flamingock.RecoveryStrategy;

/**
 * Row T7: an instance looks at issues and plan while another one applies a change, and once that has died.
 */
class BesideIT {

    private static final String[] LOOK = { "quarkus.flamingock.apply-at-start=false", "faults.later=look" };

    static Stream<Case<String>> cases() {
        return Matrix.cases(List.of("T7"), row -> row, row -> List.of(Kind.TX, Kind.AUTO, Kind.FILE));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void whatAnotherOneAppliesIsNoIssue(Case<String> one) throws InterruptedException {
        try (World world = new World(one.store())) {
            Child owner = world.start("faults." + one.change() + "=until-told",
                    "flamingock.failpoint=P3@" + one.change() + ":delay=1").awaitLine("FAILPOINT");
            assertThat(look(world)).as("beside the run").startsWith("ANSWERED 0 issues, ")
                    .containsPattern("PlannedChange\\[id=" + one.change() + ",[^\\]]* state=STARTED, action=WAIT,");
            owner.kill().awaitKilled();
            world.place.byHand().endLeases();

            boolean issue = one.strategy() == RecoveryStrategy.MANUAL_INTERVENTION
                    && one.kind().on(one.store()) == TargetClass.NTX;
            assertThat(look(world)).as("after its death").startsWith("ANSWERED " + (issue ? 1 : 0) + " issues, ")
                    .doesNotContain("WAIT");
        }
    }

    private static String look(World world) throws InterruptedException {
        Child onlooker = world.start(LOOK).awaitLine("ANSWERED");
        return world.ended(onlooker.terminate()).log().stream().filter(line -> line.startsWith("ANSWERED")).findFirst()
                .orElseThrow();
    }
}
