package org.acme.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import io.quarkiverse.flamingock.RecoveryStrategy;

/**
 * Changes of the database that name another system, beyond what KillIT, PauseIT, CommitIT and PartialIT do to them: a conflict,
 * and what happens to the lock of the other system.
 */
class SeveralIT {

    static Stream<Case<String>> conflicts() {
        return Matrix.cases(List.of("D5 deadlock, several systems", "D5 serialization, several systems"), row -> row,
                row -> List.of(Kind.BOTH, Kind.BOTH_PROBED))
                .filter(one -> List.of(Store.POSTGRESQL, Store.MONGODB).contains(one.store())
                        || one.row().startsWith("D5 deadlock"));
    }

    /** What it did elsewhere would be done twice, so it is taken back, and the next start applies the change. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("conflicts")
    void conflictIsNotTriedAgain(Case<String> one) throws InterruptedException {
        String change = one.change();
        try (World world = new World(one.store(), Variant.SEVERAL); Rival rival = world.place.rival()) {
            Child.Ended ended = one.row().startsWith("D5 deadlock") ? Conflict.deadlock(world, change, rival)
                    : Conflict.serialization(world, change, rival);
            assertThat(ended.exit()).as("exit code:%n%s", ended.text()).isEqualTo(1);
            assertThat(ended.text()).contains("Change '" + change + "' is in state ROLLED_BACK on target system 'database'")
                    .contains("  The transaction on target system 'database' was undone. Its rollback method returned. Its"
                            + " error may not last, as where another transaction was in the way, but it was not tried again by"
                            + " itself, so that nothing is done twice"
                            + " in the other systems that it names. Correct the change, or what it needs, and start again");
            assertThat(events(world, change)).containsExactly("STARTED 1", "EXECUTION_FAILED 1", "ROLLBACK_STARTED 1",
                    "ROLLED_BACK 1");
            assertThat(world.elsewhere()).extracting(Effect::part).containsSubsequence(Traces.Part.BEGUN,
                    Traces.Part.TAKEN_BACK).endsWith(Traces.Part.TAKEN_BACK);
            new Aftermath(world, change).mustBe(Expected.APPLIED_AGAIN);
        }
    }

    static Stream<Case<String>> locks() {
        return Matrix.cases(List.of("L2, several systems"), row -> row, row -> List.of(Kind.BOTH));
    }

    /** All locks or none: while the other system is somebody else's, the database is not touched either. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("locks")
    void waitsForTheOtherSystem(Case<String> one) throws InterruptedException {
        try (World world = new World(one.store(), Variant.SEVERAL)) {
            ByHand locks = world.place.byHand();
            world.mustDieAt("P2");
            locks.endLeases();
            locks.take("elsewhere", 3_600);
            Child child = world.start().awaitLine("Waiting for another instance");
            assertThat(child.log())
                    .anyMatch(line -> line.contains("Waiting for another instance") && line.contains("elsewhere"));
            assertThat(world.events()).isEmpty();
            assertThat(world.effects()).isEmpty();
            locks.endLeases();
            Child.Ended ended = world.ended(child);
            assertThat(ended.exit()).as("exit code:%n%s", ended.text()).isZero();
            assertThat(world.elsewhere()).filteredOn(effect -> effect.isDone(one.change())).hasSize(1);
            Aftermath.mustBeQuiet(world);
        }
    }

    static Stream<Case<String>> takeovers() {
        return Matrix.cases(List.of("L3, several systems"), row -> row, row -> List.of(Kind.BOTH));
    }

    /** Both locks are held by the change; when the one of the other system is taken, the database does not commit. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("takeovers")
    void losesTheOtherSystem(Case<String> one) throws InterruptedException {
        String change = one.change();
        try (World world = new World(one.store(), Variant.SEVERAL)) {
            ByHand locks = world.place.byHand();
            Child owner = world.start("faults." + change + "=until-told", "flamingock.failpoint=P4@" + change + ":delay=1")
                    .awaitLine("FAILPOINT P4@" + change);
            assertThat(locks.owner("elsewhere")).isNotNull().isEqualTo(locks.owner("database"));
            locks.take("elsewhere", 3_600);
            awaitRenewals(world, 2);
            world.tell();
            Child.Ended late = world.ended(owner);
            assertThat(late.exit()).as("the owner:%n%s", late.text()).isEqualTo(1);
            assertThat(late.text()).contains("Change '" + change + "' was not completed by this instance. The lock on target"
                    + " system 'elsewhere' was lost: another instance took it over, or its row was removed.")
                    .contains("What it had done in the systems that it names may be there.");
            assertThat(events(world, change)).containsExactly("STARTED 1");
            assertThat(world.effects()).noneMatch(effect -> effect.changeId().equals(change));
            assertThat(world.elsewhere()).filteredOn(effect -> effect.isDone(change)).hasSize(1);
            locks.endLeases();
            new Aftermath(world, change)
                    .mustBe(one.strategy() == RecoveryStrategy.ALWAYS_RETRY ? Expected.RETRIED : Expected.ISSUE);
        }
    }

    /** All locks are renewed one after the other, so that after the second time each was asked for. */
    private static void awaitRenewals(World world, int times) throws InterruptedException {
        ByHand locks = world.place.byHand();
        List<String> before = locks.values("lock");
        for (int seen = 0; seen < times;) {
            TimeUnit.MILLISECONDS.sleep(50);
            List<String> now = locks.values("lock");
            if (!now.equals(before)) {
                before = now;
                seen++;
            }
        }
    }

    private static List<String> events(World world, String change) {
        return world.events().stream().filter(event -> event.changeId().equals(change))
                .map(event -> event.state() + " " + event.attempt()).toList();
    }
}
