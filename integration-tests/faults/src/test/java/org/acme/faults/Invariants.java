package org.acme.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import io.quarkiverse.flamingock.result.ChangeState;

/**
 * What must hold after every row, whatever was done to the processes. I4 and I8, which are about coming to an end, are asserted
 * where the application is started again.
 */
final class Invariants {

    private final World world;
    private final List<Event> events;
    private final List<Effect> effects;
    private final List<Effect> elsewhere;
    private final Map<String, Event> last = new HashMap<>();

    private Invariants(World world, List<Event> events) {
        this.world = world;
        this.events = events;
        this.effects = world.effects();
        this.elsewhere = world.elsewhere();
        events.forEach(event -> last.put(event.changeId(), event));
    }

    /**
     * A database may still be about to commit what a process had sent before it was killed. What was read before and after that
     * doesn't belong together, so effects count only between two equal readings of the audit.
     */
    private static Invariants atOneMoment(World world) {
        List<Event> before = world.events();
        while (true) {
            Invariants invariants = new Invariants(world, before);
            List<Event> after = world.events();
            if (after.equals(before)) {
                return invariants;
            }
            before = after;
        }
    }

    static void check(World world) {
        Invariants invariants = atOneMoment(world);
        invariants.everyEffectHasItsStart(invariants.effects);
        invariants.everyEffectHasItsStart(invariants.elsewhere);
        invariants.transactionsLeaveAllOrNothing();
        invariants.nothingIsAppliedTwiceWithoutAskingForIt(invariants.effects);
        invariants.nothingIsAppliedTwiceWithoutAskingForIt(invariants.elsewhere);
        invariants.tokensNeverDecrease();
        invariants.sequenceHasNoGaps();
        invariants.changesStartInOrder();
        invariants.secretsAreNotRecorded();
    }

    private void everyEffectHasItsStart(List<Effect> somewhere) {
        for (Effect effect : somewhere) {
            assertThat(events).as("I1: %s was recorded as started before", effect)
                    .anyMatch(event -> event.is(effect.changeId(), ChangeState.STARTED) && event.token() == effect.token()
                            && event.attempt() == effect.attempt()
                            && (effect.at() == null || !event.at().isAfter(effect.at())));
        }
    }

    private void transactionsLeaveAllOrNothing() {
        for (String change : last.keySet()) {
            if (isAllOrNothing(change) && !world.hasCommittedItself(change)) {
                long expected = last.get(change).state().isApplied() ? 1 : 0;
                for (Traces.Part part : List.of(Traces.Part.BEGUN, Traces.Part.DONE)) {
                    assertThat(effects.stream().filter(effect -> effect.isOf(change, part)).count())
                            .as("I2: %s of %s, whose last event is %s", part, change, last.get(change)).isEqualTo(expected);
                }
                assertThat(effects).as("I2: what a rollback method does in the database is undone, too")
                        .noneMatch(effect -> effect.isTakenBack(change));
            }
        }
    }

    private void nothingIsAppliedTwiceWithoutAskingForIt(List<Effect> somewhere) {
        for (String change : last.keySet()) {
            if (!change.endsWith("-ar")) {
                long done = somewhere.stream().filter(effect -> effect.isOf(change, Traces.Part.DONE)).count();
                long takenBack = somewhere.stream().filter(effect -> effect.isOf(change, Traces.Part.TAKEN_BACK)).count();
                assertThat(done).as("I3: %s was applied at most once", change)
                        .isLessThanOrEqualTo(1 + takenBack + world.resolutions(change));
            }
        }
    }

    private void tokensNeverDecrease() {
        Map<String, Long> newest = new HashMap<>();
        for (Event event : events) {
            assertThat(event.token()).as("I5: token of %s", event)
                    .isGreaterThanOrEqualTo(newest.getOrDefault(event.target(), 0L));
            newest.put(event.target(), event.token());
        }
    }

    private void sequenceHasNoGaps() {
        for (int i = 0; i < events.size(); i++) {
            assertThat(events.get(i).sequence()).as("I6: sequence of %s", events.get(i)).isEqualTo(i + 1);
        }
    }

    private void changesStartInOrder() {
        TreeMap<String, String> byOrder = new TreeMap<>();
        events.stream().filter(event -> !world.isPassedOver(event.target()))
                .forEach(event -> byOrder.put(event.order(), event.changeId()));
        Map<String, ChangeState> states = new HashMap<>();
        for (Event event : events) {
            if (event.state() == ChangeState.STARTED) {
                for (String before : byOrder.headMap(event.order()).values()) {
                    assertThat(states.get(before)).as("I7: state of %s when %s started", before, event)
                            .matches(state -> state != null && state.isApplied(), "applied");
                }
            }
            states.put(event.changeId(), event.state());
        }
    }

    private void secretsAreNotRecorded() {
        if (!events.isEmpty()) {
            for (String table : ByHand.TABLES) {
                assertThat(world.place.byHand().values(table)).as("I9: a planted secret is not in the %s", table)
                        .noneMatch(value -> value.contains(Subject.SECRET));
            }
        }
    }

    private boolean isAllOrNothing(String change) {
        for (Kind kind : Kind.values()) {
            if (change.startsWith(kind.prefix())) {
                return kind.isAllOrNothing(world.store);
            }
        }
        return true;
    }
}
