package org.acme.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import io.quarkiverse.flamingock.result.ChangeState;
import io.quarkiverse.flamingock.test.servers.SharedPostgres;

/**
 * Rows L1 and L2: many instances start at once.
 */
@ResourceLock("many processes")
class TogetherIT {

    private static final int INSTANCES = 10;

    static Stream<Arguments> rounds() {
        int rounds = Integer.getInteger("faults.rounds", Matrix.everything() ? 20 : 1);
        return Matrix.stores().stream()
                .flatMap(store -> IntStream.rangeClosed(1, rounds).mapToObj(round -> Arguments.of(round, store)));
    }

    /** On a fresh database with 100 changes, and once more when nothing is pending. */
    @ParameterizedTest(name = "L1 L2 round {0} {1}")
    @MethodSource("rounds")
    void tenAtOnce(int round, Store store) throws InterruptedException {
        try (World world = new World(store)) {
            for (Child.Ended ended : startAll(world)) {
                assertThat(ended.exit()).as("no instance fails:%n%s", ended.text()).isZero();
            }
            assertThat(world.events()).hasSize(200).filteredOn(event -> event.state() == ChangeState.EXECUTED)
                    .extracting(Event::changeId).as("each change is applied once").doesNotHaveDuplicates().hasSize(100);
            assertThat(world.effects()).filteredOn(effect -> effect.part() == Traces.Part.DONE).hasSize(100);
            Invariants.check(world);
            int statements = store == Store.POSTGRESQL ? statements(world).size() : 0;
            for (Child.Ended ended : startAll(world)) {
                assertThat(ended.exit()).as("exit code:%n%s", ended.text()).isZero();
                assertThat(ended.text()).contains("nothing pending").doesNotContain("Waiting");
            }
            if (store == Store.POSTGRESQL) {
                List<String> after = statements(world);
                assertThat(after.subList(statements, after.size())).as("with nothing pending nobody looks at the lock")
                        .noneMatch(statement -> statement.contains("flamingock_lock"))
                        .filteredOn(statement -> statement.contains("flamingock_")).as("one statement each").hasSize(INSTANCES);
            }
        }
    }

    private static List<Child.Ended> startAll(World world) throws InterruptedException {
        List<Child> children = new ArrayList<>();
        for (int i = 0; i < INSTANCES; i++) {
            children.add(world.start(Variant.HUNDRED, Map.of(), "quarkus.flamingock.lock.lease=10S"));
        }
        List<Child.Ended> ended = new ArrayList<>();
        for (Child child : children) {
            ended.add(world.ended(child));
        }
        return ended;
    }

    private static List<String> statements(World world) {
        // what the harness itself asks is left out
        return SharedPostgres.statements(world.database()).stream()
                .filter(statement -> !statement.startsWith("SELECT * FROM") && !statement.contains("happened_at, error,"))
                .toList();
    }

    static Stream<Case<String>> longOnes() {
        return Matrix.cases(List.of("L2 without transaction", "L2 transactional", "L2 probed"), row -> row,
                row -> List.of(row.endsWith("l") ? Kind.TX : row.endsWith("n") ? Kind.FILE : Kind.PROBED));
    }

    private static int seconds(Case<String> one) {
        // a transaction of MongoDB lives for a minute, which begins before the others have started
        boolean limited = one.store() == Store.MONGODB && one.kind() == Kind.TX;
        return limited || !Matrix.everything() ? 7 : 70;
    }

    /** A change that takes much longer than a lease: others wait as long as its owner is alive. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("longOnes")
    void waitForALongChange(Case<String> one) throws InterruptedException {
        try (World world = new World(one.store())) {
            Child owner = world.start("faults." + one.change() + "=until-told",
                    "flamingock.failpoint=P3@" + one.change() + ":delay=1").awaitLine("FAILPOINT");
            List<Child> waiters = List.of(world.start(), world.start());
            for (Child waiter : waiters) {
                waiter.awaitLine("Waiting for another instance");
            }
            TimeUnit.SECONDS.sleep(seconds(one));
            world.tell();
            Child.Ended first = world.ended(owner);
            assertThat(first.exit()).as("the owner:%n%s", first.text()).isZero();
            for (Child waiter : waiters) {
                Child.Ended ended = world.ended(waiter);
                assertThat(ended.exit()).as("one that waits:%n%s", ended.text()).isZero();
                assertThat(ended.text()).containsAnyOf("nothing pending", "applied 0 changes");
            }
            assertThat(world.events()).extracting(Event::attempt).containsOnly(1);
            Aftermath.mustBeQuiet(world);
        }
    }
}
