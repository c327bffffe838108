package org.acme.faults;

import static org.acme.faults.Expected.APPLIED;
import static org.acme.faults.Expected.APPLIED_AGAIN;
import static org.acme.faults.Expected.ISSUE;
import static org.acme.faults.Expected.PROVEN_APPLIED;
import static org.acme.faults.Expected.PROVEN_NOT_APPLIED;
import static org.acme.faults.Expected.SKIPPED;

import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Group K: the process is killed at a phase, and started again.
 */
class KillIT {

    private static final List<Interruption> ROWS = List.of(
            new Interruption("K1 before the plan", "P0", "", APPLIED, APPLIED, APPLIED),
            new Interruption("K1 plan read", "P1", "", APPLIED, APPLIED, APPLIED),
            new Interruption("K2 lock held", "P2", "", APPLIED, APPLIED, APPLIED),
            new Interruption("K3 STARTED recorded", "P3", "", PROVEN_NOT_APPLIED, PROVEN_NOT_APPLIED, ISSUE),
            new Interruption("K4 inside the work", "P4", "", PROVEN_NOT_APPLIED, ISSUE, ISSUE),
            new Interruption("K5 work done", "P5", "", PROVEN_NOT_APPLIED, ISSUE, ISSUE),
            new Interruption("K7 target committed", "P7", "", PROVEN_APPLIED, PROVEN_APPLIED, ISSUE),
            new Interruption("K8 EXECUTED recorded", "P8", "", SKIPPED, SKIPPED, SKIPPED),
            new Interruption("K9 lock released", "P9", "", SKIPPED, SKIPPED, SKIPPED),
            new Interruption("K10 thrown, not recorded", "R1", "throw", PROVEN_NOT_APPLIED, ISSUE, ISSUE),
            new Interruption("K11 failure recorded", "R2", "throw", APPLIED_AGAIN, ISSUE, ISSUE),
            new Interruption("K12 inside the rollback", "R3", "throw", null, ISSUE, ISSUE),
            new Interruption("K13 rolled back, not recorded", "R4", "throw", null, ISSUE, ISSUE));

    static Stream<Case<Interruption>> cases() {
        return Matrix.cases(ROWS, Interruption::id, row -> Stream.of(Kind.TX, Kind.DDL, Kind.AUTO, Kind.FILE)
                .filter(kind -> row.txm() != null || kind.on(Store.POSTGRESQL) != TargetClass.TXM).toList());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void killedAndStartedAgain(Case<Interruption> one) throws InterruptedException {
        Interruption row = one.row();
        String change = one.change();
        try (World world = new World(one.store())) {
            world.mustDieAt(row.phase() + "@" + (isOfNoChange(row) ? "*" : change),
                    "faults." + change + "=" + row.misbehaviour());
            new Aftermath(world, change).mustBe(row.expected(one.kind().on(one.store()), one.strategy()));
        }
    }

    private static boolean isOfNoChange(Interruption row) {
        return List.of("P0", "P1", "P2", "P9").contains(row.phase());
    }
}
