package org.acme.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import io.quarkiverse.flamingock.RecoveryStrategy;
import io.quarkiverse.flamingock.result.ChangeState;

/**
 * Group D: changes that fail by themselves. No process dies here.
 */
class PartialIT {

    /**
     * @param misbehaviour what the change does
     * @param rollback what its rollback method does
     * @param state the state that is recorded
     * @param in how the next start treats the change
     */
    record Failing(String id, String misbehaviour, String rollback, ChangeState state, Kind kind, Expected in) {

        /** What MongoDB is sent is a command with a name, so that this is refused, too. */
        private boolean isRefused(Store store) {
            return misbehaviour.equals("commit-statement") && store == Store.MONGODB;
        }

        ChangeState state(Store store) {
            return isRefused(store) ? ChangeState.ROLLED_BACK : state;
        }

        Expected expected(Case<Failing> one) {
            if (isRefused(one.store())) {
                return Expected.APPLIED_AGAIN;
            }
            return in == Expected.ISSUE && one.strategy() == RecoveryStrategy.ALWAYS_RETRY ? Expected.RETRIED : in;
        }
    }

    private static final List<Failing> ROWS = List.of(
            new Failing("D1", "throw-late", "", ChangeState.ROLLED_BACK, Kind.TX, Expected.APPLIED_AGAIN),
            new Failing("D1 several systems", "throw-late", "", ChangeState.ROLLED_BACK, Kind.BOTH, Expected.APPLIED_AGAIN),
            new Failing("D2", "throw-late", "", ChangeState.ROLLED_BACK, Kind.DDL, Expected.APPLIED_AGAIN),
            new Failing("D3", "throw", "throw", ChangeState.ROLLBACK_FAILED, Kind.AUTO, Expected.ISSUE),
            new Failing("D3", "throw-late", "throw", ChangeState.ROLLBACK_FAILED, Kind.FILE, Expected.ISSUE),
            new Failing("D3 several systems", "throw", "throw", ChangeState.ROLLBACK_FAILED, Kind.BOTH, Expected.ISSUE),
            new Failing("D4", "throw", "", ChangeState.EXECUTION_FAILED, Kind.BARE, Expected.ISSUE),
            new Failing("D7 refused", "commit", "", ChangeState.ROLLED_BACK, Kind.TX, Expected.APPLIED_AGAIN),
            new Failing("D7 as a statement", "commit-statement", "", ChangeState.EXECUTION_FAILED, Kind.TX, Expected.ISSUE));

    static Stream<Case<Failing>> cases() {
        return Matrix.cases(ROWS, Failing::id, row -> List.of(row.kind()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void fails(Case<Failing> one) throws InterruptedException {
        Failing row = one.row();
        String change = one.change();
        try (World world = new World(one.store(), one.kind().variant())) {
            Child.Ended ended = world.mustFail("faults." + change + "=" + row.misbehaviour(),
                    "faults." + change + ".rollback=" + row.rollback());
            ChangeState state = row.state(one.store());
            assertThat(ended.text()).contains("A change failed").contains("Change '" + change + "' is in state " + state);
            Event last = lastEvent(world, change);
            assertThat(last.state()).isEqualTo(state);
            if (state == ChangeState.ROLLBACK_FAILED) {
                assertThat(last.error()).as("both errors are kept").contains("planted in the rollback of " + change)
                        .containsAnyOf("planted in the middle of " + change, "planted at the end of " + change);
            }
            if (row.misbehaviour().startsWith("commit")) {
                boolean refused = state == ChangeState.ROLLED_BACK;
                assertThat(ended.text().contains(" is refused: ")).as("refused:%n%s", ended.text()).isEqualTo(refused);
                assertThat(ended.text().contains("transaction of change " + change)).isEqualTo(refused);
                if (!refused) {
                    world.committedByItself(change);
                }
            }
            new Aftermath(world, change).mustBe(row.expected(one));
        }
    }

    static Stream<Case<String>> conflicts() {
        return Matrix.cases(List.of("D5 deadlock", "D5 serialization"), row -> row, row -> List.of(Kind.TX))
                .filter(one -> List.of(Store.POSTGRESQL, Store.MONGODB).contains(one.store())
                        || one.row().endsWith("deadlock"));
    }

    /** D5: the database has chosen the change as the victim; it is tried again within the run. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("conflicts")
    void conflictIsTriedAgain(Case<String> one) throws InterruptedException {
        String change = one.change();
        try (World world = new World(one.store()); Rival rival = world.place.rival()) {
            Child.Ended ended = one.row().endsWith("deadlock") ? Conflict.deadlock(world, change, rival)
                    : Conflict.serialization(world, change, rival);
            assertThat(ended.exit()).as("exit code:%n%s", ended.text()).isZero();
            assertThat(world.events()).filteredOn(event -> event.changeId().equals(change))
                    .extracting(event -> event.state() + " " + event.attempt())
                    .containsExactly("STARTED 1", "EXECUTION_FAILED 1", "ROLLED_BACK 1", "STARTED 2", "EXECUTED 2");
            Aftermath.mustBeQuiet(world);
        }
    }

    private static Event lastEvent(World world, String change) {
        List<Event> events = world.events().stream().filter(event -> event.changeId().equals(change)).toList();
        return events.get(events.size() - 1);
    }
}
