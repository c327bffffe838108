package org.acme.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The person who is asked: looks whether the effect is there, takes back what is there in part, and says so. Never touches what
 * was there before, except to give it another name.
 */
final class HostileOperator {

    private static final Pattern ASKED = Pattern.compile("fix\\.change-id=(\\S+)");

    private final HostileWorld world;
    private final Map<String, Integer> takenBack = new HashMap<>();

    HostileOperator(HostileWorld world) {
        this.world = world;
    }

    /** How often they recorded that a change is not there. */
    int takenBack(String change) {
        return takenBack.getOrDefault(change, 0);
    }

    /**
     * Settles what somebody was asked about and is still open.
     *
     * @return how many changes
     */
    int settle() throws InterruptedException {
        TreeSet<String> asked = new TreeSet<>();
        Matcher matcher = ASKED.matcher(world.log());
        while (matcher.find()) {
            asked.add(matcher.group(1));
        }
        int settled = 0;
        for (String change : asked) {
            assertThat(HostileChanges.needsNobody(change)).as("only without proof a person is asked, not of %s", change)
                    .isFalse();
            if (world.last(change).state().isUnsettled() && settled(change)) {
                settled++;
            }
        }
        return settled;
    }

    private boolean settled(String change) throws InterruptedException {
        boolean there = isThere(change);
        if (!there) {
            world.past.remove(change);
            takenBack.merge(change, 1, Integer::sum);
        }
        Child.Ended fix = world.run("quarkus.flamingock.fix.change-id=" + change,
                "quarkus.flamingock.fix.resolution=" + (there ? "EXECUTED" : "ROLLED_BACK"));
        assertThat(fix.exit()).as("fix of %s:%n%s", change, fix.text()).isZero();
        return true;
    }

    private boolean isThere(String change) {
        if (change.equals("announce-checkout")) {
            return world.letters() > 0;
        }
        List<Effect> traces = world.effects().stream().filter(effect -> effect.changeId().equals(change)).toList();
        return !traces.isEmpty() && traces.get(traces.size() - 1).isDone(change) && world.past.isMade(change);
    }

    /** Gives another name to what has one that a change has found taken. */
    void moveAside(String change) {
        if (world.past.takes(change) && world.last(change) != null) {
            world.past.moveAside(change);
        }
    }
}
