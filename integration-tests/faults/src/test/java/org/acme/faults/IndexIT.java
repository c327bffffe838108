package org.acme.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import io.quarkiverse.flamingock.RecoveryStrategy;
import io.quarkiverse.flamingock.result.ChangeState;

/**
 * Rows L10 and D8: an index that PostgreSQL builds outside of transactions. It waits for every transaction that has a
 * snapshot, so that nobody who waits for the lock may have one.
 */
class IndexIT {

    static Stream<Case<String>> waiting() {
        return Matrix.cases(List.of("L10"), row -> row, row -> List.of(Kind.AUTO))
                .filter(one -> one.store() == Store.POSTGRESQL);
    }

    @ParameterizedTest(name = "{0}", allowZeroInvocations = true)
    @MethodSource("waiting")
    void indexIsBuiltWhileOthersWait(Case<String> one) throws InterruptedException {
        try (World world = new World(one.store())) {
            Child owner = world
                    .start("faults." + one.change() + "=index,until-told",
                            "flamingock.failpoint=P4@" + one.change() + ":delay=1")
                    .awaitLine("FAILPOINT");
            List<Child> waiters = List.of(world.start(), world.start(), world.start());
            for (Child waiter : waiters) {
                waiter.awaitLine("Waiting for another instance");
            }
            world.tell();
            Child.Ended built = world.ended(owner);
            assertThat(built.exit()).as("the owner:%n%s", built.text()).isZero();
            for (Child waiter : waiters) {
                Child.Ended ended = world.ended(waiter);
                assertThat(ended.exit()).as("one that waits:%n%s", ended.text()).isZero();
            }
            assertThat(Sql.ask(world.url(), "SELECT indisvalid FROM pg_index WHERE indexrelid = 'effect_by_change'::regclass"))
                    .isEqualTo("t");
            Aftermath.mustBeQuiet(world);
        }
    }

    static Stream<Case<String>> failing() {
        return Matrix.cases(List.of("D8"), row -> row, row -> List.of(Kind.AUTO))
                .filter(one -> one.store() == Store.POSTGRESQL);
    }

    @ParameterizedTest(name = "{0}", allowZeroInvocations = true)
    @MethodSource("failing")
    void invalidIndexIsNamed(Case<String> one) throws InterruptedException {
        String change = one.change();
        try (World world = new World(one.store())) {
            Child.Ended ended = world.mustFail("faults." + change + "=unique-index", "faults." + change + ".rollback=throw");
            assertThat(ended.text()).contains("effect_by_part").contains("DROP INDEX");
            assertThat(world.events()).filteredOn(event -> event.is(change, ChangeState.EXECUTION_FAILED))
                    .allMatch(event -> event.error().contains("effect_by_part") && event.error().contains("DROP INDEX"));
            new Aftermath(world, change).mustBe(
                    one.strategy() == RecoveryStrategy.ALWAYS_RETRY ? Expected.RETRIED : Expected.ISSUE);
        }
    }
}
