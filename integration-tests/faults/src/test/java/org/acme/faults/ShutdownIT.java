package org.acme.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import io.quarkiverse.flamingock.RecoveryStrategy;
import io.quarkiverse.flamingock.result.ChangeState;

/**
 * Row C2: SIGTERM while a request of an application that has started calls the facade. Quarkus closes pools and beans without
 * asking who uses them.
 */
class ShutdownIT {

    private static final String[] LATER = { "quarkus.flamingock.apply-at-start=false", "faults.later=apply" };

    static Stream<Case<String>> cases() {
        return Matrix.cases(List.of("C2"), row -> row, row -> List.of(Kind.TX, Kind.DDL, Kind.AUTO, Kind.FILE));
    }

    static Stream<Case<String>> others() {
        return Matrix.cases(List.of("C2"), row -> row, row -> List.of(Kind.FILE, Kind.TX, Kind.AUTO));
    }

    /** It ends its step, records it, releases the lock, and starts no other. */
    @ParameterizedTest(name = "{0} applying")
    @MethodSource("cases")
    void whileApplying(Case<String> one) throws InterruptedException {
        try (World world = new World(one.store())) {
            Child owner = start(world, one, "faults." + one.change() + "=sleep:1500,slow-insert:2",
                    "faults.harmless-13=until-told").awaitLine("FAILPOINT");
            Child.Ended ended = world.ended(owner.terminate());
            assertThat(ended.text()).contains("Waiting for what Flamingock is just doing, at most PT20S"
                    + " (quarkus.flamingock.shutdown-timeout)")
                    .contains("REFUSED The process was asked to end before change '");
            assertThat(world.place.byHand().held()).as("locks that are still held").isZero();
            assertThat(world.events().stream().filter(event -> event.changeId().equals(one.change())).map(Event::state))
                    .as(ended.text()).containsExactly(ChangeState.STARTED, ChangeState.EXECUTED);
            assertThat(world.effects()).as("nothing was begun after the signal")
                    .noneMatch(effect -> effect.changeId().equals("harmless-13"));
            Invariants.check(world);
            assertThat(world.mustStart().text()).as("nobody waits and nobody is asked")
                    .doesNotContain("Waiting for another instance").doesNotContain("ISSUES FOUND");
            Aftermath.mustBeQuiet(world);
        }
    }

    /** One that lasts longer than anybody waits counts as killed: no reason is made up for what is closed under it. */
    @ParameterizedTest(name = "{0} too long")
    @MethodSource("others")
    void whatLastsTooLong(Case<String> one) throws InterruptedException {
        try (World world = new World(one.store())) {
            Child owner = start(world, one, "faults." + one.change() + "=sleep:3000,throw",
                    "quarkus.flamingock.shutdown-timeout=1S").awaitLine("FAILPOINT");
            Child.Ended ended = world.ended(owner.terminate());
            assertThat(ended.text()).contains("The application ends although Flamingock has not: it was still busy after PT1S"
                    + " (quarkus.flamingock.shutdown-timeout)")
                    .contains(
                            "REFUSED The application ended under change '" + one.change() + "', so what that met says nothing");
            assertThat(world.events().stream().filter(event -> event.changeId().equals(one.change())).map(Event::state))
                    .as(ended.text()).containsExactly(ChangeState.STARTED);
            Invariants.check(world);
            if (one.strategy() == RecoveryStrategy.MANUAL_INTERVENTION && one.kind().on(one.store()) == TargetClass.NTX) {
                assertThat(world.mustFail().text()).contains("ISSUES FOUND");
                world.resolve(one.change());
            }
            world.mustStart();
            Aftermath.mustBeQuiet(world);
        }
    }

    /** One that waits has nothing to finish. */
    @ParameterizedTest(name = "{0} waiting")
    @MethodSource("others")
    void whileWaiting(Case<String> one) throws InterruptedException {
        try (World world = new World(one.store())) {
            Child owner = world.start("faults." + one.change() + "=until-told",
                    "flamingock.failpoint=P3@" + one.change() + ":delay=1").awaitLine("FAILPOINT");
            Child waiter = world.start(LATER).awaitLine("Waiting for another instance");
            List<Event> before = world.events();
            Child.Ended ended = world.ended(waiter.terminate());
            assertThat(ended.text()).contains("REFUSED The process was asked to end while it waited for the lock");
            assertThat(world.events()).as("the owner is still at work, so the other has not waited for it").isEqualTo(before);
            assertThat(owner.isAlive()).as("the owner is still at work").isTrue();
            world.tell();
            assertThat(world.ended(owner).exit()).isZero();
            Aftermath.mustBeQuiet(world);
        }
    }

    private static Child start(World world, Case<String> one, String... properties) {
        return world.start(Stream.concat(Stream.of(LATER), Stream.concat(Stream.of(properties),
                Stream.of("flamingock.failpoint=P3@" + one.change() + ":delay=1"))).toArray(String[]::new));
    }
}
