package org.acme.faults;

import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Rows K6 and K14: the process is killed after it has sent the commit, and around the write that ends one change and starts
 * the next.
 */
class CommitIT {

    static Stream<Case<Trap.Effect>> cases() {
        List<Trap.Effect> rows = List.of(Trap.Effect.LOSE_ANSWER, Trap.Effect.WITHHOLD);
        return Stream.concat(Matrix.cases(rows, effect -> "K6 " + effect, effect -> List.of(Kind.TX, Kind.DDL)),
                Matrix.several(rows, effect -> "K6 " + effect, effect -> effect == Trap.Effect.WITHHOLD))
                // a proxy must be able to read the statements
                .filter(one -> one.store().sendsText);
    }

    /** Whether the commit has reached the server or not, the marker tells. */
    @ParameterizedTest(name = "{0}", allowZeroInvocations = true)
    @MethodSource("cases")
    void killedAfterTheCommitWasSent(Case<Trap.Effect> one) throws InterruptedException {
        boolean arrived = one.row() == Trap.Effect.LOSE_ANSWER;
        try (World world = new World(one.store(), one.kind().variant()); TcpProxy proxy = new TcpProxy(world.url())) {
            Child child = world.targetThrough(proxy).start("flamingock.failpoint=P5@" + one.change() + ":stop").awaitStopped();
            Trap trap = proxy.set(new Trap(world.place.asSent(Place.Sent.COMMIT), 1, one.row()));
            child.goOn();
            trap.await();
            child.kill().awaitKilled();
            world.direct();
            Expected lost = new Interruption("K6", "P6", "", Expected.PROVEN_NOT_APPLIED, Expected.ISSUE, Expected.ISSUE,
                    Expected.ISSUE).expected(one.kind().on(one.store()), one.strategy());
            new Aftermath(world, one.change()).mustBe(arrived ? Expected.PROVEN_APPLIED : lost);
        }
    }
}
