package org.acme.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import io.quarkiverse.flamingock.result.ChangeState;

/**
 * Rows B1 and B3: the client gives up while its statement goes on at the server, and has no other connection.
 */
class BrokenConnectionIT {

    private static final List<Store> STORES = List.of(Store.POSTGRESQL, Store.MARIADB);

    static Stream<Case<String>> cases() {
        return Stream.concat(Matrix.cases(List.of("B1 B3"), row -> row, row -> List.of(Kind.AUTO)),
                Matrix.cases(List.of("B1 B3"), row -> row, row -> List.of(Kind.TX)))
                // H2 does not tell which session a connection is
                .filter(one -> STORES.contains(one.store()));
    }

    /** The driver waits for five seconds. */
    @ParameterizedTest(name = "{0}", allowZeroInvocations = true)
    @MethodSource("cases")
    void theClientGivesUp(Case<String> one) throws InterruptedException {
        String change = one.change();
        try (World world = new World(one.store(), Variant.APART); TcpProxy proxy = new TcpProxy(world.url())) {
            List<String> properties = new ArrayList<>(world.place.options(Place.Setting.POOL_OF_ONE));
            properties.add("faults." + change + "=slow-insert:12");
            Child.Ended first = world.targetThrough(proxy).mustFail(properties.toArray(String[]::new));
            Event last = world.events().get(world.events().size() - 1);
            assertThat(last.changeId()).as("%s", first.text()).isEqualTo(change);
            assertThat(last.state()).as("%s", first.text()).isEqualTo(ChangeState.ROLLED_BACK);
            while (isRunning(world)) {
                TimeUnit.MILLISECONDS.sleep(100);
            }
            assertThat(world.effects()).as("what was on its way has no effect any more:%n%s", first.text())
                    .noneMatch(effect -> effect.isDone(change));
            world.direct().mustStart();
            assertThat(world.effects()).filteredOn(effect -> effect.isDone(change)).hasSize(1);
            Aftermath.mustBeQuiet(world);
        }
    }

    /** Whether the statement is still being executed. */
    private static boolean isRunning(World world) {
        return !Sql.ask(world.url(), world.store == Store.POSTGRESQL
                ? "SELECT COUNT(*) FROM pg_stat_activity WHERE state = 'active' AND datname = current_database()"
                        + " AND query LIKE 'INSERT INTO effect%'"
                : "SELECT COUNT(*) FROM information_schema.processlist WHERE command <> 'Sleep' AND db = DATABASE()"
                        + " AND info LIKE 'INSERT INTO effect%'")
                .equals("0");
    }
}
