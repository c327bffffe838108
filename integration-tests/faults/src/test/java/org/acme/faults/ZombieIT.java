package org.acme.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import io.quarkiverse.flamingock.RecoveryStrategy;
import io.quarkiverse.flamingock.result.ChangeState;

/**
 * Group Z: the process dies, and what it has asked of the server does not.
 */
class ZombieIT {

    /** How the server learns of the end of its client. */
    enum End {
        /** At once, from the operating system of the dead process. */
        KILLED,
        /** Never, as when the machine is gone. */
        VANISHED
    }

    static Stream<Case<End>> transactions() {
        return Matrix.cases(List.of(End.values()), end -> "Z1 " + end, end -> List.of(Kind.TX));
    }

    /** The taker waits for the statement of the dead client, or ends it, and applies the change once. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("transactions")
    void longStatementInTheTransaction(Case<End> one) throws InterruptedException {
        try (World world = new World(one.store()); TcpProxy proxy = new TcpProxy(world.url())) {
            Child child = world.targetThrough(proxy).start("faults." + one.change() + "=hang-in-database:300")
                    .awaitLine("HANGING");
            if (one.row() == End.VANISHED) {
                proxy.become(TcpProxy.Mode.BLACK_HOLE);
            }
            child.kill().awaitKilled();
            world.direct();
            new Aftermath(world, one.change()).mustBe(Expected.PROVEN_NOT_APPLIED);
        }
    }

    static Stream<Case<End>> idle() {
        return Matrix.cases(List.of(End.values()), end -> "Z1 idle " + end, end -> List.of(Kind.TX));
    }

    /** The same with a transaction in which nothing runs at the moment. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("idle")
    void idleTransaction(Case<End> one) throws InterruptedException {
        try (World world = new World(one.store()); TcpProxy proxy = new TcpProxy(world.url())) {
            Child child = world.targetThrough(proxy).start("flamingock.failpoint=P4@" + one.change() + ":stop").awaitStopped();
            if (one.row() == End.VANISHED) {
                proxy.become(TcpProxy.Mode.BLACK_HOLE);
            }
            child.kill().awaitKilled();
            world.direct();
            new Aftermath(world, one.change()).mustBe(Expected.PROVEN_NOT_APPLIED);
        }
    }

    static Stream<Case<String>> orphans() {
        return Matrix.cases(List.of("Z1 lifetime"), row -> row, row -> List.of(Kind.TX))
                .filter(one -> one.store() == Store.MONGODB);
    }

    /** The server ends by itself what the taker is told to leave alone, after a minute. */
    @ParameterizedTest(name = "{0}", allowZeroInvocations = true)
    @MethodSource("orphans")
    void orphanedTransactionHasALifetime(Case<String> one) throws InterruptedException {
        try (World world = new World(one.store())) {
            world.mustDieAt("P4@" + one.change());
            Child.Ended taker = world.mustStart("quarkus.flamingock.lock.takeover-grace=5M");
            assertThat(taker.text()).contains("was left in state STARTED; its marker proves that it was not applied")
                    .doesNotContain("asked to end");
            Aftermath.mustBeQuiet(world);
        }
    }

    static Stream<Case<String>> statements() {
        return Matrix.cases(List.of("Z2"), row -> row, row -> List.of(Kind.AUTO))
                // a proxy must be able to read the statements
                .filter(one -> one.store().sendsText);
    }

    /** A statement without transaction takes effect after its client has died, and after the next start has looked. */
    @ParameterizedTest(name = "{0}", allowZeroInvocations = true)
    @MethodSource("statements")
    void statementInFlight(Case<String> one) throws InterruptedException {
        try (World world = new World(one.store()); TcpProxy proxy = new TcpProxy(world.url())) {
            Child child = world.targetThrough(proxy).start("faults." + one.change() + "=slow-insert:3",
                    "flamingock.failpoint=P4@" + one.change() + ":stop").awaitStopped();
            Trap trap = proxy.set(new Trap(world.place.asSent(Place.Sent.EFFECT), 1, Trap.Effect.LOSE_ANSWER));
            world.place.delay(one.change(), 3);
            child.goOn();
            trap.await();
            proxy.become(TcpProxy.Mode.BLACK_HOLE);
            child.kill().awaitKilled();
            world.direct();
            if (one.strategy() == RecoveryStrategy.MANUAL_INTERVENTION) {
                world.mustFail();
                // A person who looks before the statement has ended sees too little: only the database knows of it.
                TimeUnit.SECONDS.sleep(5);
                world.resolve(one.change());
                world.mustStart();
            } else {
                world.mustStart();
                applyingAgainHasWaited(world, one.change());
            }
            Aftermath.mustBeQuiet(world);
        }
    }

    private static void applyingAgainHasWaited(World world, String change) {
        Event again = world.events().stream()
                .filter(event -> event.is(change, ChangeState.STARTED) && event.attempt() == 2).findFirst().orElseThrow();
        assertThat(world.effects())
                .as("the statement of the dead client has ended before the change was applied again: %s", again)
                .filteredOn(effect -> effect.isDone(change) && effect.attempt() == 1)
                .allMatch(effect -> effect.at().isBefore(again.at()));
        assertThat(world.effects()).as("what the dead client had asked for took effect, or was ended: at most two")
                .filteredOn(effect -> effect.isDone(change)).hasSizeBetween(1, 2);
    }
}
