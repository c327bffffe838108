package org.acme.faults;

import static org.acme.faults.Expected.APPLIED;
import static org.acme.faults.Expected.ISSUE;
import static org.acme.faults.Expected.PROBED_APPLIED;
import static org.acme.faults.Expected.PROBED_NOT_APPLIED;
import static org.acme.faults.Expected.PROVEN_APPLIED;
import static org.acme.faults.Expected.PROVEN_NOT_APPLIED;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import io.quarkiverse.flamingock.RecoveryStrategy;
import io.quarkiverse.flamingock.result.ChangeState;

/**
 * Row L3: the owner of the lock stands still for longer than its lease, another instance takes over, and the owner goes on.
 */
class PauseIT {

    private static final List<Interruption> ROWS = List.of(
            row("L3 lock held", "P2", APPLIED, APPLIED, APPLIED, APPLIED),
            row("L3 STARTED recorded", "P3", PROVEN_NOT_APPLIED, PROVEN_NOT_APPLIED, ISSUE, PROBED_NOT_APPLIED),
            row("L3 inside the work", "P4", PROVEN_NOT_APPLIED, ISSUE, ISSUE, ISSUE),
            row("L3 work done", "P5", PROVEN_NOT_APPLIED, ISSUE, ISSUE, PROBED_APPLIED),
            row("L3 target committed", "P7", PROVEN_APPLIED, PROVEN_APPLIED, ISSUE, PROBED_APPLIED));

    private static Interruption row(String id, String phase, Expected txm, Expected tx0, Expected ntx, Expected ntxp) {
        return new Interruption(id, phase, "", txm, tx0, ntx, ntxp);
    }

    /** In the default build, too, each row is run with a transaction and without one. */
    static Stream<Case<Interruption>> cases() {
        return Stream.of(Matrix.cases(ROWS, Interruption::id, row -> List.of(Kind.TX, Kind.DDL)),
                Matrix.cases(ROWS, Interruption::id, row -> List.of(Kind.AUTO, Kind.FILE, Kind.PROBED)),
                Matrix.several(ROWS, Interruption::id, row -> row.phase().equals("P5"))).flatMap(cases -> cases);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void goesOnAfterItsLease(Case<Interruption> one) throws InterruptedException {
        Interruption row = one.row();
        String change = one.change();
        Expected expected = row.expected(one.kind().on(one.store()), one.strategy());
        try (World world = new World(one.store(), one.kind().variant())) {
            Child owner = world.start("flamingock.failpoint=" + row.phase() + (row.phase().equals("P2") ? "" : "@" + change)
                    + ":stop").awaitStopped();
            // The taker stops the owner's clock from mattering: it waits until the lease is over.
            Child.Ended taker = expected == Expected.ISSUE ? world.mustFail() : world.mustStart();
            assertThat(taker.text().contains("ISSUES FOUND")).as("a person is asked:%n%s", taker.text())
                    .isEqualTo(expected == Expected.ISSUE);
            List<Event> events = world.events();
            Child.Ended late = world.ended(owner.goOn());
            if (expected == Expected.ISSUE && late.exit() == 0) {
                // The other has only looked and taken nothing over, so that the owner may renew its lease and go on.
                Aftermath.mustBeQuiet(world);
                return;
            }
            assertThat(late.exit()).as("the old owner has lost its lock:%n%s", late.text()).isEqualTo(1);
            assertThat(late.text()).containsAnyOf("was lost", "another instance", "Another instance has recorded",
                    "could not be renewed within its lease");
            List<Event> written = world.events().subList(events.size(), world.events().size());
            if (expected == Expected.ISSUE) {
                // Nobody has taken over, only looked. Better than the matrix asks for: the owner may still say how it ended.
                assertThat(written).as("what the old owner wrote").hasSizeLessThanOrEqualTo(1)
                        .allMatch(event -> event.is(change, ChangeState.EXECUTED));
            } else {
                assertThat(written).as("what the old owner wrote was refused").isEmpty();
            }
            effectsAreNoMoreThanAllowed(world, one);
            if (expected == Expected.ISSUE) {
                if (written.isEmpty()) {
                    world.resolve(change);
                }
                world.mustStart();
            }
            Aftermath.mustBeQuiet(world);
        }
    }

    static Stream<Case<String>> settled() {
        return Matrix.cases(List.of("L3 settled meanwhile"), row -> row, row -> List.of(Kind.FILE, Kind.AUTO))
                .filter(one -> one.strategy() == RecoveryStrategy.MANUAL_INTERVENTION);
    }

    /** A person has settled the change while its owner stood still: what that says later does not count any more. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("settled")
    void goesOnAfterAPersonHasSettledIt(Case<String> one) throws InterruptedException {
        String change = one.change();
        try (World world = new World(one.store())) {
            Child owner = world.start("flamingock.failpoint=P5@" + change + ":stop").awaitStopped();
            world.mustFail();
            world.resolve(change);
            List<Event> events = world.events();
            Child.Ended late = world.ended(owner.goOn());
            assertThat(late.exit()).as("the old owner has lost its lock:%n%s", late.text()).isEqualTo(1);
            assertThat(world.events()).as("what the old owner wrote was refused").isEqualTo(events);
            world.mustStart();
            Aftermath.mustBeQuiet(world);
        }
    }

    private static void effectsAreNoMoreThanAllowed(World world, Case<Interruption> one) {
        boolean proven = one.kind().isAllOrNothing(one.store());
        assertThat(world.effects()).filteredOn(effect -> effect.isDone(one.change()))
                .hasSizeLessThanOrEqualTo(!proven && one.strategy() == RecoveryStrategy.ALWAYS_RETRY ? 2 : 1);
    }
}
