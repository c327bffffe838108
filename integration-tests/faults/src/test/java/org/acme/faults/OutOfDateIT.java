package org.acme.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import io.quarkiverse.flamingock.result.ChangeState;

/**
 * Row A10: what a run knows of the audit is out of date when it records, because a person has settled a change of another
 * target system meanwhile. The locks of the two are different ones, so that only the place in the audit keeps them apart.
 */
class OutOfDateIT {

    private static final String ISSUE = "bare-mi";
    private static final String RUNNING = "harmless-10";

    static Stream<Case<String>> cases() {
        return Matrix.cases(List.of("A10 recorded meanwhile"), row -> row, row -> List.of(Kind.TX));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void bothAreRecorded(Case<String> one) throws InterruptedException {
        try (World world = new World(one.store())) {
            world.mustFail("faults." + ISSUE + "=throw");
            world.passOver(Kind.BARE.target);
            Child run = world.start("quarkus.flamingock.on-issue=continue", "faults." + RUNNING + "=until-told",
                    "flamingock.failpoint=P4@" + RUNNING + ":delay=1").awaitLine("FAILPOINT P4@" + RUNNING);
            world.resolve(ISSUE);
            world.tell();
            Child.Ended ended = world.ended(run);
            assertThat(ended.exit()).as(ended.text()).isZero();
            List<Event> events = world.events();
            int settled = indexOf(events, ISSUE, ChangeState.MANUAL_MARKED_AS_ROLLED_BACK);
            assertThat(settled).as("the person was first: %s", events)
                    .isLessThan(indexOf(events, RUNNING, ChangeState.EXECUTED)).isNotNegative();
            world.mustStart();
            Aftermath.mustBeQuiet(world);
        }
    }

    private static int indexOf(List<Event> events, String change, ChangeState state) {
        for (int i = 0; i < events.size(); i++) {
            if (events.get(i).is(change, state)) {
                return i;
            }
        }
        return -1;
    }
}
