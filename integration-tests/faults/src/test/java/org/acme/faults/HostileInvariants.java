package org.acme.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.quarkiverse.flamingock.result.ChangeState;

/**
 * What must hold after every fault of the hostile day.
 *
 * @param world what is left
 * @param operator who may have settled changes
 */
record HostileInvariants(HostileWorld world, HostileOperator operator) {

    void check() {
        List<Event> events = world.events();
        List<Effect> effects = world.effects();
        world.past.mustBeThere();
        everyEffectHasItsStart(events, effects);
        for (String change : HostileChanges.all()) {
            if (HostileChanges.leavesTraces(change)) {
                count(change, effects);
            }
        }
        assertThat(world.letters()).as("I3: letters, which nobody can take back")
                .isLessThanOrEqualTo(1 + operator.takenBack("announce-checkout"));
        tokensAndSequence(events);
        inOrder(events);
    }

    private static void everyEffectHasItsStart(List<Event> events, List<Effect> effects) {
        for (Effect effect : effects) {
            assertThat(events).as("I1: %s was recorded as started", effect)
                    .anyMatch(event -> event.is(effect.changeId(), ChangeState.STARTED) && event.token() == effect.token()
                            && event.attempt() == effect.attempt());
        }
    }

    private void count(String change, List<Effect> effects) {
        long begun = count(effects, change, Traces.Part.BEGUN);
        long done = count(effects, change, Traces.Part.DONE);
        long takenBack = count(effects, change, Traces.Part.TAKEN_BACK);
        Event last = world.last(change);
        if (HostileChanges.isProven(change)) {
            boolean open = last != null && last.state().isUnsettled();
            long most = last != null && (open || last.state().isApplied()) ? 1 : 0;
            long least = last != null && last.state().isApplied() ? 1 : 0;
            assertThat(done).as("I2: effects of %s, whose last event is %s", change, last).isBetween(least, most)
                    .isEqualTo(begun);
        } else if (change.endsWith("-mi")) {
            assertThat(done).as("I3: %s was applied at most once, %s", change, last)
                    .isLessThanOrEqualTo(1 + takenBack + operator.takenBack(change));
        }
        if (last != null && last.state() == ChangeState.EXECUTED) {
            assertThat(done).as("%s is there, as recorded: %s", change, last).isPositive();
            assertThat(world.past.isMade(change)).as("what %s makes is there", change).isTrue();
        }
    }

    private static long count(List<Effect> effects, String change, Traces.Part part) {
        return effects.stream().filter(effect -> effect.isOf(change, part)).count();
    }

    private static void tokensAndSequence(List<Event> events) {
        Map<String, Long> newest = new HashMap<>();
        for (int i = 0; i < events.size(); i++) {
            Event event = events.get(i);
            assertThat(event.sequence()).as("I6: sequence of %s", event).isEqualTo(i + 1);
            assertThat(event.token()).as("I5: token of %s", event)
                    .isGreaterThanOrEqualTo(newest.getOrDefault(event.target(), 0L));
            newest.put(event.target(), event.token());
        }
    }

    /** Runs go on with other target systems, so the order holds within each. */
    private static void inOrder(List<Event> events) {
        Set<String> applied = new HashSet<>();
        for (Event event : events) {
            if (event.state() == ChangeState.STARTED) {
                List<String> all = HostileChanges.BY_TARGET.get(event.target());
                assertThat(applied).as("I7: applied when %s started", event)
                        .containsAll(all.subList(0, all.indexOf(event.changeId())));
            }
            if (event.state().isApplied()) {
                applied.add(event.changeId());
            } else {
                applied.remove(event.changeId());
            }
        }
    }
}
