package org.acme.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.util.Random;
import java.util.TreeMap;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;

import io.quarkiverse.flamingock.result.ChangeState;

/**
 * A hostile day: the changes of the quickstart and thirty more of mixed kinds, against four databases, a folder and a broker
 * that have things of the same names already. {@code -Dhostile.seed=…} makes the same decisions once more,
 * {@code -Dhostile.faults=200} as many as with {@code -Dfaults}. When everything is applied, another day begins.
 */
@ResourceLock("many processes")
class HostileDayIT {

    private static final int FEW = 4;
    private static final int MANY = 200;
    private static final int FAULTS_OF_A_DAY = 25;
    private static final int MOST_STARTS = 60;

    private final TreeMap<String, Integer> account = new TreeMap<>();
    private int settled;

    @Test
    void destroysAndDoublesNothing() throws InterruptedException {
        String given = System.getProperty("hostile.seed", "");
        long seed = given.isBlank() ? new SecureRandom().nextInt(1_000_000_000) : Long.parseLong(given);
        String wanted = System.getProperty("hostile.faults", "");
        int faults = !wanted.isBlank() ? Integer.parseInt(wanted) : Matrix.everything() ? MANY : FEW;
        System.out
                .println("Hostile day: the seed is " + seed + "; the same again: -Dit.test=HostileDayIT -Dhostile.seed=" + seed
                        + " -Dhostile.faults=" + faults);
        Random random = new Random(seed);
        int days = 0;
        for (int left = faults; left > 0; days++) {
            left -= day(random, Math.min(left, FAULTS_OF_A_DAY));
        }
        System.out.println("Hostile day: seed " + seed + " ended well after " + faults + " faults on " + days + " days; "
                + account + "; changes settled by a person: " + settled);
    }

    private int day(Random random, int most) throws InterruptedException {
        try (HostileWorld world = new HostileWorld()) {
            HostileOperator operator = new HostileOperator(world);
            HostileInvariants invariants = new HostileInvariants(world, operator);
            HostileFaults faults = new HostileFaults(world, random, account);
            int fault = 0;
            while (fault < most && !isDone(world)) {
                String what = faults.next();
                world.calm();
                System.out.println("Hostile day: " + ++fault + " " + what);
                invariants.check();
                if (random.nextInt(2) == 0) {
                    settled += operator.settle();
                    invariants.check();
                }
                for (String change : HostileChanges.all()) {
                    if (random.nextInt(3) == 0) {
                        operator.moveAside(change);
                    }
                }
            }
            comesToAnEnd(world, operator, invariants);
            return fault;
        }
    }

    private static boolean isDone(HostileWorld world) {
        return HostileChanges.all().stream().allMatch(world::isApplied);
    }

    private void comesToAnEnd(HostileWorld world, HostileOperator operator, HostileInvariants invariants)
            throws InterruptedException {
        for (int starts = 0; !isDone(world); starts++) {
            assertThat(starts).as("starts until all is quiet:%n%s", world.log()).isLessThan(MOST_STARTS);
            HostileChanges.all().forEach(operator::moveAside);
            Child.Ended ended = world.run();
            assertThat(ended.exit()).as("exit code:%n%s", ended.text()).isIn(0, 1);
            settled += operator.settle();
            invariants.check();
        }
        int events = world.events().size();
        Child.Ended last = world.run("faults.verify=true");
        assertThat(last.exit()).as("exit code:%n%s", last.text()).isZero();
        assertThat(last.text()).contains("nothing pending")
                .contains("VERIFIED VerifyResult[events=" + events + ", withoutKey=" + events + ", broken=null]");
        assertThat(world.events()).as("a start with nothing to do records nothing").hasSize(events)
                .filteredOn(event -> event.state() == ChangeState.EXECUTED).extracting(Event::changeId)
                .as("a change that was executed is not executed again").doesNotHaveDuplicates();
        invariants.check();
        assertThat(world.past.products()).isEqualTo("Bread 3.20 EUR Coffee 7.90 EUR ");
    }
}
