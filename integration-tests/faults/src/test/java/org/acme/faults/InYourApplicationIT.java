package org.acme.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Test;

import io.quarkiverse.flamingock.result.ChangeState;

/**
 * Rows B2 and E1 to E4 of the second matrix with real processes, on PostgreSQL, MariaDB, H2 and MongoDB at once.
 */
class InYourApplicationIT {

    private static final List<String> SQL = List.of("pg", "maria", "h2");

    /** Where a change was also given a bean, which nobody sees at work, the database can't say that nothing is left. */
    @Test
    void whatIsThereAlreadyStays() throws InterruptedException {
        try (HostileWorld world = new HostileWorld()) {
            mustGoOn(world.run());
            for (String change : List.of("create-products", "pg-made-mi", "file-own-mi", "topic-own-mi")) {
                mustBeRefused(world, change, ChangeState.ROLLED_BACK);
            }
            for (String change : List.of("maria-made-mi", "h2-made-mi", "mongo-own-mi")) {
                mustBeRefused(world, change, ChangeState.EXECUTION_FAILED);
            }
            new HostileOperator(world).settle();
            moveAside(world, "-made-mi");
            mustGoOn(world.run());
            for (String database : SQL) {
                mustBeRefused(world, database + "-own-mi", ChangeState.EXECUTION_FAILED);
            }
            comesToAnEnd(world);
        }
    }

    @Test
    void whatHasNotBegunLeavesNothing() throws InterruptedException {
        try (HostileWorld world = new HostileWorld()) {
            mustGoOn(world.run("hostile.mood=bad"));
            for (String change : List.of("pg-tx-mi", "maria-tx-mi", "h2-tx-mi", "mongo-tx-mi", "topic-mi")) {
                mustBeRefused(world, change, ChangeState.ROLLED_BACK);
            }
            mustGoOn(world.run());
            new HostileOperator(world).settle();
            moveAside(world, "-made-mi");
            mustGoOn(world.run("hostile.mood=bad"));
            for (String database : SQL) {
                mustBeRefused(world, database + "-bent-ar", ChangeState.ROLLED_BACK);
            }
            comesToAnEnd(world);
        }
    }

    @Test
    void whatHasBegunIsTakenBack() throws InterruptedException {
        try (HostileWorld world = new HostileWorld()) {
            moveAside(world, "");
            mustGoOn(world.run(refusedLate("tx-mi")));
            for (String database : SQL) {
                mustBeRefused(world, database + "-tx-mi", ChangeState.ROLLED_BACK);
            }
            String[] both = new String[] { refusedLate("probed-mi")[0], refusedLate("probed-mi")[1],
                    refusedLate("probed-mi")[2],
                    refusedLate("direct-ar")[0], refusedLate("direct-ar")[1], refusedLate("direct-ar")[2] };
            mustGoOn(world.run(both));
            for (String database : SQL) {
                assertThat(world.last(database + "-probed-mi").resolvedBy()).as("E4: its probe says that it is there")
                        .isEqualTo("PROBE");
                assertThat(world.last(database + "-direct-ar").state()).as("E2: %s", database)
                        .isEqualTo(ChangeState.ROLLED_BACK);
                assertThat(world.effects()).as("E2: %s", database)
                        .filteredOn(effect -> effect.changeId().equals(database + "-direct-ar")).extracting(Effect::part)
                        .containsExactly(Traces.Part.BEGUN, Traces.Part.DONE, Traces.Part.TAKEN_BACK);
            }
            comesToAnEnd(world);
        }
    }

    /** Row B2: the client is cut off, and the definition reaches the server when the client has given up. */
    @Test
    void aDefinitionThatArrivesLateIsNotOverlooked() throws InterruptedException {
        try (HostileWorld world = new HostileWorld()) {
            moveAside(world, "");
            Trap trap = new Trap("CREATE TABLE maria_made_mi", 1, Trap.Effect.ARRIVES_LATE);
            world.proxies.get("maria").set(trap);
            Child child = world.start();
            trap.await();
            child.awaitEnd();
            Event last = world.last("maria-made-mi");
            if (last.state() == ChangeState.ROLLED_BACK) {
                assertThat(world.past.isMade("maria-made-mi")).as("its table, although %s", last).isFalse();
            }
            world.calm();
            comesToAnEnd(world);
        }
    }

    private static String[] refusedLate(String kind) {
        return SQL.stream().map(database -> "faults." + database + "-" + kind + "=refused-late").toArray(String[]::new);
    }

    private static void moveAside(HostileWorld world, String kind) {
        HostileChanges.all().stream().filter(change -> change.endsWith(kind)).filter(world.past::takes)
                .forEach(world.past::moveAside);
    }

    private static void mustGoOn(Child.Ended ended) {
        assertThat(ended.exit()).as("exit code:%n%s", ended.text()).isZero();
    }

    /** Nothing of it is there, nothing was taken back, and what was there before is as it was. */
    private static void mustBeRefused(HostileWorld world, String change, ChangeState state) {
        assertThat(world.last(change).state()).as("state of %s", change).isEqualTo(state);
        assertThat(world.events()).filteredOn(event -> event.changeId().equals(change)).extracting(Event::state)
                .as("events of %s", change).doesNotContain(ChangeState.ROLLBACK_STARTED);
        assertThat(world.effects()).as("effects of %s", change)
                .filteredOn(effect -> effect.changeId().equals(change)).isEmpty();
        world.past.mustBeThere();
    }

    private static void comesToAnEnd(HostileWorld world) throws InterruptedException {
        moveAside(world, "");
        HostileOperator operator = new HostileOperator(world);
        operator.settle();
        mustGoOn(world.run());
        assertThat(HostileChanges.all()).as("applied:%n%s", world.log()).allMatch(world::isApplied);
        new HostileInvariants(world, operator).check();
    }
}
