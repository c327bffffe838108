package org.acme.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Row L11: SIGTERM, as an orchestrator sends it before it kills.
 */
class TerminateIT {

    static Stream<Case<String>> cases() {
        return Matrix.cases(List.of("L11"), row -> row, row -> List.of(Kind.TX, Kind.FILE));
    }

    /** One that waits has nothing to finish. */
    @ParameterizedTest(name = "{0} waiting")
    @MethodSource("cases")
    void whileWaiting(Case<String> one) throws InterruptedException {
        try (World world = new World(one.store())) {
            Child owner = world.start("faults." + one.change() + "=until-told",
                    "flamingock.failpoint=P3@" + one.change() + ":delay=1").awaitLine("FAILPOINT");
            Child waiter = world.start().awaitLine("Waiting for another instance");
            List<Event> before = world.events();
            Child.Ended ended = world.ended(waiter.terminate());
            assertThat(ended.exit()).as("ended by a signal or with an error:%n%s", ended.text()).isIn(1, 143, 130);
            // The owner holds the locks of all target systems; which one a waiter asks for first depends on the strategy.
            assertThat(ended.text())
                    .containsPattern("The process was asked to end while it waited for the lock on target system"
                            + " '(database|files)'; nothing was applied or recorded\\.");
            assertThat(world.events()).as("the owner is still at work, so the other has not waited for it").isEqualTo(before);
            assertThat(owner.isAlive()).as("the owner is still at work").isTrue();
            owner.kill().awaitKilled();
        }
    }

    /** One that applies ends its step, records it, releases the lock, and starts no other. */
    @ParameterizedTest(name = "{0} applying")
    @MethodSource("cases")
    void whileApplying(Case<String> one) throws InterruptedException {
        try (World world = new World(one.store())) {
            Child owner = world.start("faults." + one.change() + "=sleep:3000", "faults.harmless-13=until-told",
                    "flamingock.failpoint=P3@" + one.change() + ":delay=1").awaitLine("FAILPOINT");
            Child.Ended ended = world.ended(owner.terminate());
            assertThat(ended.exit()).as("ended by a signal or with an error:%n%s", ended.text()).isNotZero();
            assertThat(world.place.byHand().held()).as("locks that are still held").isZero();
            assertThat(world.effects()).as("nothing was begun after the signal")
                    .noneMatch(effect -> effect.changeId().equals("harmless-13"));
            Invariants.check(world);
            Child.Ended next = world.mustStart();
            assertThat(next.text()).as("nobody waits and nobody is asked").doesNotContain("Waiting for another instance")
                    .doesNotContain("ISSUES FOUND");
            Aftermath.mustBeQuiet(world);
        }
    }
}
