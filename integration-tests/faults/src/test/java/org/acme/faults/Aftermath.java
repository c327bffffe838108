package org.acme.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import io.quarkiverse.flamingock.result.ChangeState;

/**
 * Starts the application again until nothing is left to do, and holds against the matrix what that does with one change.
 */
final class Aftermath {

    private final World world;
    private final String change;

    Aftermath(World world, String change) {
        this.world = world;
        this.change = change;
    }

    void mustBe(Expected expected) throws InterruptedException {
        int before = world.events().size();
        List<Effect> effects = effects();
        List<Effect> elsewhere = world.elsewhere();
        if (expected == Expected.ISSUE) {
            mustAsk();
            mustAsk();
            assertThat(effects()).as("effects of %s while a person is asked", change).isEqualTo(effects);
            assertThat(world.elsewhere()).as("effects elsewhere").isEqualTo(elsewhere);
            world.resolve(change);
            world.mustStart();
        } else {
            Child.Ended second = world.mustStart();
            assertThat(second.text()).as("a person is not asked").doesNotContain("ISSUES FOUND");
            List<Event> after = world.events();
            List<Event> ofChange = after.subList(Math.min(before, after.size()), after.size()).stream()
                    .filter(event -> event.changeId().equals(change)).toList();
            assertThat(ofChange).as("what the second start recorded of %s:%n%s", change, second.text())
                    .extracting(event -> event.state() + (event.resolvedBy() == null ? "" : " by " + event.resolvedBy()))
                    .isEqualTo(events(expected));
            if (List.of(Expected.PROVEN_APPLIED, Expected.PROBED_APPLIED, Expected.SKIPPED).contains(expected)) {
                assertThat(effects()).as("effects of %s, which was there", change).isEqualTo(effects);
                assertThat(world.elsewhere()).filteredOn(effect -> effect.changeId().equals(change))
                        .as("effects of %s elsewhere", change)
                        .isEqualTo(elsewhere.stream().filter(effect -> effect.changeId().equals(change)).toList());
            } else {
                assertThat(effects()).as("effects of %s, which was applied now", change)
                        .filteredOn(effect -> effect.isDone(change))
                        .hasSize((int) effects.stream().filter(effect -> effect.isDone(change)).count() + 1);
            }
        }
        mustBeQuiet();
    }

    /** Everything is applied, and stays so. */
    void mustBeQuiet() throws InterruptedException {
        mustBeQuiet(world);
    }

    static void mustBeQuiet(World world) throws InterruptedException {
        int before = world.events().size();
        assertThat(world.mustStart("faults.verify=true").text()).contains("nothing pending")
                .contains("VERIFIED VerifyResult[events=" + before + ", withoutKey=" + before + ", broken=null]");
        assertThat(world.events()).as("a start with nothing to do records nothing").hasSize(before);
        Invariants.check(world);
    }

    private void mustAsk() throws InterruptedException {
        Child.Ended other = world.mustFail();
        assertThat(other.text()).contains("ISSUES FOUND (1)").contains("Change '" + change + "' is in state ")
                .contains("-Dquarkus.flamingock.fix.change-id=" + change);
        Invariants.check(world);
    }

    private List<Effect> effects() {
        return world.effects().stream().filter(effect -> effect.changeId().equals(change)).toList();
    }

    private static List<String> events(Expected expected) {
        return switch (expected) {
            case SKIPPED -> List.of();
            case PROVEN_APPLIED -> List.of(ChangeState.EXECUTED + " by MARKER");
            case PROBED_APPLIED -> List.of(ChangeState.EXECUTED + " by PROBE");
            case PROBED_NOT_APPLIED -> List.of(ChangeState.ROLLED_BACK + " by PROBE", "STARTED", "EXECUTED");
            case PROVEN_NOT_APPLIED -> List.of(ChangeState.ROLLED_BACK + " by MARKER", "STARTED", "EXECUTED");
            default -> List.of("STARTED", "EXECUTED");
        };
    }
}
