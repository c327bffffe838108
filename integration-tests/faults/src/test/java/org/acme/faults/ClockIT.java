package org.acme.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Rows L4 and L5: clocks that are wrong, and the clock of the database that jumps.
 */
class ClockIT {

    static Stream<Arguments> clocks() {
        List<String> offsets = Matrix.everything() ? List.of("+1h", "-1h", "+1d", "-1d") : List.of("+1d", "-1h");
        return Matrix.stores().stream().flatMap(store -> offsets.stream().map(offset -> Arguments.of(offset, store)));
    }

    /** Neither the owner nor the one that waits uses its own clock, nor its time zone. */
    @ParameterizedTest(name = "L4 {0} {1}")
    @MethodSource("clocks")
    void clocksOfInstancesAreWrong(String offset, Store store) throws InterruptedException {
        Optional<Path> faketime = faketime();
        System.out.println(faketime.map(library -> "L4 with " + library)
                .orElse("L4 without libfaketime: only the time zones differ"));
        try (World world = new World(store)) {
            Child owner = world.start(Variant.TOGETHER, wrong(faketime, offset), "faults.tx-mi=until-told",
                    "quarkus.flamingock.lock.lease=8S", "-Duser.timezone=Pacific/Kiritimati",
                    "flamingock.failpoint=P3@tx-mi:delay=1").awaitLine("FAILPOINT");
            Child waiter = world.start("quarkus.flamingock.lock.lease=8S", "-Duser.timezone=America/St_Johns")
                    .awaitLine("Waiting for another instance");
            TimeUnit.SECONDS.sleep(9);
            world.tell();
            Child.Ended first = world.ended(owner);
            assertThat(first.exit()).as("the owner with the wrong clock:%n%s", first.text()).isZero();
            Child.Ended second = world.ended(waiter);
            assertThat(second.exit()).as("the one that waits:%n%s", second.text()).isZero();
            assertThat(second.text()).contains("nothing pending");
            assertThat(world.events()).as("one owner applied all").extracting(Event::executionId).containsOnly(
                    world.events().get(0).executionId());
            Aftermath.mustBeQuiet(world);
        }
    }

    /** Forwards or backwards: each start says which it was. */
    private static Map<String, String> wrong(Optional<Path> faketime, String offset) {
        return faketime.map(library -> Map.of("LD_PRELOAD", library.toString(), "FAKETIME", offset, "DONT_FAKE_MONOTONIC", "1",
                "FAKETIME_DONT_FAKE_MONOTONIC", "1")).orElse(Map.of());
    }

    private static Optional<Path> faketime() {
        try (Stream<Path> architectures = Files.list(Path.of("/usr/lib"))) {
            return architectures.map(folder -> folder.resolve("faketime").resolve("libfaketime.so.1")).filter(Files::exists)
                    .findFirst();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    static Stream<Case<String>> early() {
        return Matrix.cases(List.of("L5 early"), row -> row, row -> List.of(Kind.TX));
    }

    /** The lease seems to be over while the owner is at work: the fence decides. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("early")
    void databaseClockJumpsForward(Case<String> one) throws InterruptedException {
        try (World world = new World(one.store())) {
            Child owner = world.start("flamingock.failpoint=P4@" + one.change() + ":stop").awaitStopped();
            world.place.byHand().endLeases();
            world.mustStart();
            Child.Ended late = world.ended(owner.goOn());
            assertThat(late.exit()).as("the old owner:%n%s", late.text()).isEqualTo(1);
            Aftermath.mustBeQuiet(world);
        }
    }

    static Stream<Case<String>> late() {
        return Matrix.cases(List.of("L5 late"), row -> row, row -> List.of(Kind.TX));
    }

    /** The lease of a dead owner seems to be long: it is waited for, and that is all. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("late")
    void databaseClockJumpsBackward(Case<String> one) throws InterruptedException {
        try (World world = new World(one.store())) {
            world.mustDieAt("P4@" + one.change());
            // it may take its time to start
            Child survivor = world.start("flamingock.failpoint=P1:stop").awaitStopped();
            world.place.byHand().extendLeases(8);
            survivor.goOn().awaitLine("Waiting for another instance");
            assertThat(world.ended(survivor).exit()).isZero();
            Aftermath.mustBeQuiet(world);
        }
    }
}
