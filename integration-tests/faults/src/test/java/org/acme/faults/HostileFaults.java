package org.acme.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/**
 * The faults of the hostile day: a start of the application each, with one thing that goes wrong at a change which has not been
 * applied yet.
 */
final class HostileFaults {

    private static final List<String> PHASES = List.of("P2", "P3", "P3", "P4", "P4", "P5", "P5", "P7", "P8");
    private static final List<String> FAILURES = List.of("throw", "throw-late", "refused-first", "refused-late");

    private final HostileWorld world;
    private final Random random;
    private final Map<String, Integer> account;

    HostileFaults(HostileWorld world, Random random, TreeMap<String, Integer> account) {
        this.world = world;
        this.random = random;
        this.account = account;
    }

    /** What went wrong, for the log. */
    String next() throws InterruptedException {
        String change = change();
        String place = one(PHASES);
        // the lock is held for all of them
        String phase = place.equals("P2") ? place : place + "@" + change;
        int dice = random.nextInt(20);
        if (dice < 4) {
            return tell("killed at", phase, ended(world.start(failpoint(phase, "halt"))));
        } else if (dice < 6) {
            return killedInFailure(change);
        } else if (dice < 8) {
            return paused(phase);
        } else if (dice < 10) {
            return cut(change);
        } else if (dice < 12) {
            return outage(change);
        } else if (dice < 15) {
            return failed(change);
        } else if (dice == 15) {
            return tell("bean that throws at", change, ended(world.start("hostile.mood=bad")));
        } else if (dice == 16) {
            return terminated(change);
        } else if (dice < 19) {
            return together(phase);
        }
        return stranger(change);
    }

    /** One of the next of a target system; where it can, one that will come to be applied. */
    private String change() {
        List<String> candidates = new ArrayList<>();
        int ahead = random.nextInt(4) == 0 ? 2 : 1;
        for (List<String> changes : HostileChanges.BY_TARGET.values()) {
            changes.stream().filter(change -> !world.isApplied(change)).limit(ahead).forEach(candidates::add);
        }
        return candidates.isEmpty() ? "none" : one(candidates);
    }

    private String killedInFailure(String change) throws InterruptedException {
        String phase = "R" + (1 + random.nextInt(5)) + "@" + change;
        return tell("killed in failure at", phase,
                ended(world.start("faults." + change + "=" + one(FAILURES),
                        "faults." + change + ".rollback=" + (phase.startsWith("R5") ? "throw" : ""),
                        failpoint(phase, "halt"))));
    }

    /** Whoever comes meanwhile takes over, or waits; then the first one goes on, and is out of date. */
    private String paused(String phase) throws InterruptedException {
        Child first = world.start(failpoint(phase, "stop"));
        boolean fired = first.awaitStoppedOrEnd();
        Child.Ended second = ended(world.start());
        if (fired) {
            first.goOn();
        }
        ended(first);
        return tell(fired ? "paused at" : "not paused at", phase, second);
    }

    private String cut(String change) throws InterruptedException {
        String system = HostileChanges.place(change);
        if (!world.places.containsKey(system) || random.nextInt(4) == 0) {
            system = "store";
        }
        Place place = world.places.getOrDefault(system, world.places.get("pg"));
        Place.Sent sent = system.equals("store") ? Place.Sent.RECORD
                : random.nextBoolean() ? Place.Sent.EFFECT : Place.Sent.COMMIT;
        Trap trap = new Trap(place.asSent(sent), 1 + random.nextInt(3),
                Trap.Effect.values()[random.nextInt(Trap.Effect.values().length)]);
        world.proxies.get(system).set(trap);
        return tell("cut", trap.effect() + " of " + sent + " on " + system, ended(world.start()));
    }

    private String outage(String change) throws InterruptedException {
        String system = random.nextInt(3) == 0 ? "store" : HostileChanges.place(change);
        TcpProxy proxy = world.proxies.getOrDefault(system, world.proxies.get("store"));
        Child child = world.start(failpoint("P4@" + change, "delay=1500"));
        child.awaitLineOrEnd("FAILPOINT");
        proxy.become(random.nextInt(3) == 0 ? TcpProxy.Mode.BLACK_HOLE : TcpProxy.Mode.REFUSE);
        if (random.nextBoolean()) {
            TimeUnit.MILLISECONDS.sleep(random.nextInt(3_000));
            proxy.become(TcpProxy.Mode.PASS);
        }
        return tell("outage", system + " in " + change, ended(child));
    }

    private String failed(String change) throws InterruptedException {
        String failure = one(FAILURES);
        return tell("failed with", failure + " in " + change, ended(world.start("faults." + change + "=" + failure,
                "faults." + change + ".rollback=" + (random.nextInt(4) == 0 ? "throw" : ""))));
    }

    private String terminated(String change) throws InterruptedException {
        Child child = world.start(failpoint("P4@" + change, "delay=2000"));
        child.awaitLineOrEnd("FAILPOINT");
        child.terminate();
        return tell("terminated in", change, ended(child));
    }

    private String together(String phase) throws InterruptedException {
        Child first = world.start(failpoint(phase, "halt"));
        Child second = world.start();
        Child third = world.start(failpoint(phase, "delay=1000"));
        ended(second);
        ended(third);
        return tell("three at once, one killed at", phase, ended(first));
    }

    /** Somebody gave the application another name. Without a marker nobody could know. */
    private String stranger(String change) throws InterruptedException {
        if (HostileChanges.all().stream().noneMatch(each -> HostileChanges.isProven(each) && world.isApplied(each))) {
            return tell("killed at", "P1", ended(world.start(failpoint("P1", "halt"))));
        }
        int effects = world.effects().size();
        Child.Ended stranger = ended(world.start("quarkus.flamingock.service=another"));
        assertThat(stranger.exit()).as("H1: under another name:%n%s", stranger.text()).isEqualTo(1);
        assertThat(world.effects()).as("H1: effects under another name:%n%s", stranger.text()).hasSize(effects);
        return tell("under another name", change, stranger);
    }

    private static String failpoint(String where, String action) {
        return "flamingock.failpoint=" + where + ":" + action;
    }

    private Child.Ended ended(Child child) throws InterruptedException {
        Child.Ended ended = child.awaitEnd();
        assertThat(ended.exit()).as("exit code:%n%s", ended.text()).isIn(0, 1, 137, 143);
        assertThat(ended.text()).as("I9: a planted secret is not in the log").doesNotContain(Subject.SECRET);
        if (ended.exit() == 1) {
            assertThat(ended.text()).as("an error that the extension explains")
                    .contains("The application was not started: Flamingock has stopped it.");
        }
        return ended;
    }

    private String tell(String kind, String where, Child.Ended ended) {
        account.merge(kind, 1, Integer::sum);
        return kind + " " + where + ", exit " + ended.exit();
    }

    private <T> T one(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }
}
