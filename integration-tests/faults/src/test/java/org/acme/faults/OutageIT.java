package org.acme.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Group A, second part: the audit store is lost while a change runs or after it. What succeeded is not taken back, and what
 * can't be recorded is found out by the next start.
 */
class OutageIT {

    private static final List<Kind> KINDS = List.of(Kind.TX, Kind.DDL, Kind.AUTO, Kind.FILE, Kind.PROBED);

    /**
     * The store is gone from a phase on, for good or for a moment.
     *
     * @param misbehaviour what the change does
     * @param phase where the process stands still while the store goes away
     * @param seconds for how long it is away; 0 until the process has ended
     * @param in how the next start treats the change, if the process ends with an error
     */
    record Outage(String id, String misbehaviour, String phase, TcpProxy.Mode mode, int seconds, Interruption in) {
    }

    private static final List<Outage> ROWS = List.of(
            outage("A4 long", "sleep:7000", "P3", TcpProxy.Mode.REFUSE, 0, Expected.PROVEN_APPLIED, Expected.ISSUE,
                    Expected.PROBED_APPLIED),
            outage("A4 long, black hole", "sleep:7000", "P3", TcpProxy.Mode.BLACK_HOLE, 0, Expected.PROVEN_APPLIED,
                    Expected.ISSUE,
                    Expected.PROBED_APPLIED),
            outage("A4 short", "sleep:5000", "P3", TcpProxy.Mode.REFUSE, 1, Expected.SKIPPED, Expected.SKIPPED,
                    Expected.SKIPPED),
            outage("A5 long", "", "P7", TcpProxy.Mode.REFUSE, 0, Expected.PROVEN_APPLIED, Expected.ISSUE,
                    Expected.PROBED_APPLIED),
            outage("A5 short", "", "P7", TcpProxy.Mode.REFUSE, 1, Expected.SKIPPED, Expected.SKIPPED, Expected.SKIPPED),
            outage("A6 long", "throw", "R1", TcpProxy.Mode.REFUSE, 0, Expected.PROVEN_NOT_APPLIED, Expected.ISSUE,
                    Expected.ISSUE));

    private static Outage outage(String id, String misbehaviour, String phase, TcpProxy.Mode mode, int seconds, Expected txm,
            Expected ntx, Expected ntxp) {
        Expected tx0 = txm == Expected.PROVEN_NOT_APPLIED ? Expected.ISSUE : txm;
        return new Outage(id, misbehaviour, phase, mode, seconds, new Interruption(id, phase, "", txm, tx0, ntx, ntxp));
    }

    static Stream<Case<Outage>> cases() {
        return Matrix.cases(ROWS, Outage::id, row -> KINDS);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void storeGoesAway(Case<Outage> one) throws InterruptedException {
        Outage row = one.row();
        String change = one.change();
        try (World world = new World(one.store(), Variant.APART); TcpProxy proxy = new TcpProxy(world.url())) {
            // one that is short must be shorter than a lease
            Child child = world.storeThrough(proxy).start("faults." + change + "=" + row.misbehaviour(),
                    "quarkus.flamingock.lock.lease=" + (row.seconds() > 0 ? "8S" : World.LEASE),
                    "flamingock.failpoint=" + row.phase() + "@" + change + ":stop").awaitStopped();
            proxy.become(row.mode());
            child.goOn();
            if (row.seconds() > 0) {
                TimeUnit.SECONDS.sleep(row.seconds());
                proxy.become(TcpProxy.Mode.PASS);
            }
            Child.Ended ended = world.ended(child);
            proxy.become(TcpProxy.Mode.PASS);
            assertThat(ended.exit()).as("exit code:%n%s", ended.text()).isEqualTo(row.seconds() > 0 ? 0 : 1);
            if (row.misbehaviour().equals("throw")) {
                assertThat(ended.text()).as("the error of the change is not lost")
                        .contains("planted in the middle of " + change);
            } else {
                assertThat(world.effects()).as("what succeeded is not taken back")
                        .anyMatch(effect -> effect.isDone(change)).noneMatch(effect -> effect.isTakenBack(change));
            }
            new Aftermath(world, change).mustBe(row.in().expected(one.kind().on(one.store()), one.strategy()));
        }
    }
}
