package org.acme.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.quarkiverse.flamingock.result.ChangeState;

/**
 * Kills, stops and cuts off instances at random, then starts them again until all is quiet, and plays the person who is asked.
 */
final class Chaos {

    private static final int INSTANCES = 10;
    private static final int WAVES = 3;
    private static final int CHANGES = 200;
    private static final Pattern ASKED = Pattern.compile("fix\\.change-id=(\\S+)");
    private static final List<String> PHASES = List.of("P0", "P1", "P2", "P3", "P4", "P5", "P7", "P8", "P9");

    private final World world;
    private final TcpProxy proxy;
    private final Random random;
    private final TreeMap<String, Integer> account = new TreeMap<>();

    Chaos(World world, TcpProxy proxy, long seed) {
        this.world = world;
        this.proxy = proxy;
        this.random = new Random(seed);
    }

    /** Some waves of instances, each of which is disturbed until it has ended. */
    void rage() throws InterruptedException {
        world.targetThrough(proxy);
        for (int wave = 0; wave < WAVES; wave++) {
            List<Child> children = new ArrayList<>();
            for (int i = 0; i < INSTANCES; i++) {
                children.add(world.start(failpoint()));
            }
            while (children.stream().anyMatch(Child::isAlive)) {
                TimeUnit.MILLISECONDS.sleep(50 + random.nextInt(400));
                disturb(children.get(random.nextInt(INSTANCES)));
            }
            for (Child child : children) {
                endedAsItMay(world.ended(child));
            }
            Invariants.check(world);
        }
        world.direct();
    }

    /** Until everything is applied. Changes with ALWAYS_RETRY and transactional ones never need a person. */
    void calm() throws InterruptedException {
        for (int starts = 0;; starts++) {
            assertThat(starts).as("number of starts until all is quiet").isLessThan(CHANGES);
            Child.Ended ended = world.run();
            if (ended.exit() == 0) {
                break;
            }
            endedAsItMay(ended);
            settle(ended);
        }
        Aftermath.mustBeQuiet(world);
        List<Event> events = world.events();
        assertThat(events.stream().filter(event -> event.state().isApplied()).map(Event::changeId).distinct()).hasSize(CHANGES);
        assertThat(events).as("a change that was executed is not executed again")
                .filteredOn(event -> event.state() == ChangeState.EXECUTED).extracting(Event::changeId).doesNotHaveDuplicates();
    }

    /** What happened how often. */
    String account() {
        return account.toString();
    }

    private void settle(Child.Ended ended) throws InterruptedException {
        Matcher asked = ASKED.matcher(ended.text());
        while (asked.find()) {
            String change = asked.group(1);
            Event last = world.events().stream().filter(event -> event.changeId().equals(change))
                    .reduce((first, second) -> second).orElseThrow();
            if (last.state().isUnsettled()) {
                assertThat(change).as("only without proof a person is asked: %s", ended.text()).endsWith("-mi")
                        .doesNotStartWith("tx-").doesNotStartWith("ddl-");
                count("a person settled a change");
                world.resolve(change);
            }
        }
    }

    private String failpoint() {
        if (random.nextInt(3) == 0) {
            return "flamingock.failpoint=none";
        }
        String phase = PHASES.get(random.nextInt(PHASES.size()));
        String action = List.of("halt", "stop", "delay=700").get(random.nextInt(3));
        return "flamingock.failpoint=" + phase + "@*#" + (1 + random.nextInt(60)) + ":" + action;
    }

    private void disturb(Child child) throws InterruptedException {
        int dice = random.nextInt(20);
        if (dice < 2) {
            count("killed");
            child.kill();
        } else if (dice < 5) {
            count("stopped");
            child.pause();
        } else if (dice < 14) {
            child.goOn();
        } else if (dice == 14) {
            count("cut off");
            proxy.become(random.nextBoolean() ? TcpProxy.Mode.REFUSE : TcpProxy.Mode.BLACK_HOLE);
            TimeUnit.MILLISECONDS.sleep(random.nextInt(2_500));
            proxy.become(TcpProxy.Mode.PASS);
        }
    }

    private void endedAsItMay(Child.Ended ended) {
        assertThat(ended.exit()).as("exit code:%n%s", ended.text()).isIn(0, 1, 137);
        count("ended with " + ended.exit());
        if (ended.exit() == 1) {
            assertThat(ended.text()).as("an error that the extension explains")
                    .contains("The application was not started: Flamingock has stopped it.");
        }
    }

    private void count(String what) {
        account.merge(what, 1, Integer::sum);
    }
}
