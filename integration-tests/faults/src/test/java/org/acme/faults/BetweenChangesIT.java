package org.acme.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import io.quarkiverse.flamingock.result.ChangeState;

/**
 * Row K14: the end of one change and the start of the next are recorded together or not at all.
 */
class BetweenChangesIT {

    static Stream<Case<Trap.Effect>> cases() {
        return Matrix.cases(List.of(Trap.Effect.LOSE_ANSWER, Trap.Effect.WITHHOLD), effect -> "K14 " + effect,
                effect -> List.of(Kind.TX))
                .filter(one -> one.store().sendsText);
    }

    @ParameterizedTest(name = "{0}", allowZeroInvocations = true)
    @MethodSource("cases")
    void bothOrNone(Case<Trap.Effect> one) throws InterruptedException {
        String next = one.change().endsWith("-ar") ? "harmless-03" : "harmless-02";
        try (World world = new World(one.store(), Variant.APART); TcpProxy proxy = new TcpProxy(world.url())) {
            Child child = world.storeThrough(proxy).start("flamingock.failpoint=P7@" + one.change() + ":stop").awaitStopped();
            Trap trap = proxy.set(new Trap(world.place.asSentToRecord(next), 1, one.row()));
            child.goOn();
            trap.await();
            if (one.row() == Trap.Effect.LOSE_ANSWER) {
                awaitEvent(world, next);
            }
            child.kill().awaitKilled();
            proxy.set(null);
            List<Event> events = world.events();
            boolean executed = events.stream().anyMatch(event -> event.is(one.change(), ChangeState.EXECUTED));
            boolean started = events.stream().anyMatch(event -> event.is(next, ChangeState.STARTED));
            assertThat(started).as("STARTED of the next change is there just where EXECUTED of the one before is: %s", events)
                    .isEqualTo(executed);
            new Aftermath(world, one.change()).mustBe(executed ? Expected.SKIPPED : Expected.PROVEN_APPLIED);
            boolean orphan = one.store() == Store.MONGODB && one.row() == Trap.Effect.WITHHOLD;
            assertThat(world.logs()).as("what the dead one was recording had to be ended")
                    .filteredOn(log -> log.contains("a transaction in the audit store holds the lock, whose holder before"))
                    .hasSize(orphan ? 1 : 0);
        }
    }

    /** The statement is on its way. Nothing follows if this ends without a result: both outcomes are fine. */
    private static void awaitEvent(World world, String change) throws InterruptedException {
        for (int i = 0; i < 50 && world.events().stream().noneMatch(event -> event.changeId().equals(change)); i++) {
            java.util.concurrent.TimeUnit.MILLISECONDS.sleep(20);
        }
    }
}
