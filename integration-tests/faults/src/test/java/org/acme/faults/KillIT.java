package org.acme.faults;

import static org.acme.faults.Expected.APPLIED;
import static org.acme.faults.Expected.APPLIED_AGAIN;
import static org.acme.faults.Expected.ISSUE;
import static org.acme.faults.Expected.PROBED_APPLIED;
import static org.acme.faults.Expected.PROBED_NOT_APPLIED;
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
            row("K1 before the plan", "P0", "", APPLIED, APPLIED, APPLIED, APPLIED),
            row("K1 plan read", "P1", "", APPLIED, APPLIED, APPLIED, APPLIED),
            row("K2 lock held", "P2", "", APPLIED, APPLIED, APPLIED, APPLIED),
            row("K3 STARTED recorded", "P3", "", PROVEN_NOT_APPLIED, PROVEN_NOT_APPLIED, ISSUE, PROBED_NOT_APPLIED),
            row("K4 inside the work", "P4", "", PROVEN_NOT_APPLIED, ISSUE, ISSUE, ISSUE),
            row("K5 work done", "P5", "", PROVEN_NOT_APPLIED, ISSUE, ISSUE, PROBED_APPLIED),
            row("K7 target committed", "P7", "", PROVEN_APPLIED, PROVEN_APPLIED, ISSUE, PROBED_APPLIED),
            row("K8 EXECUTED recorded", "P8", "", SKIPPED, SKIPPED, SKIPPED, SKIPPED),
            row("K9 lock released", "P9", "", SKIPPED, SKIPPED, SKIPPED, SKIPPED),
            row("K10 thrown, not recorded", "R1", "throw", PROVEN_NOT_APPLIED, ISSUE, ISSUE, ISSUE),
            row("K11 failure recorded", "R2", "throw", APPLIED_AGAIN, ISSUE, ISSUE, ISSUE),
            row("K12 inside the rollback", "R3", "throw", null, ISSUE, ISSUE, ISSUE),
            row("K13 rolled back, not recorded", "R4", "throw", null, ISSUE, ISSUE, PROBED_NOT_APPLIED));

    private static Interruption row(String id, String phase, String misbehaviour, Expected txm, Expected tx0, Expected ntx,
            Expected ntxp) {
        return new Interruption(id, phase, misbehaviour, txm, tx0, ntx, ntxp);
    }

    /** In the default build, too, each row is run with a transaction and without one. */
    static Stream<Case<Interruption>> cases() {
        List<Interruption> transactional = ROWS.stream().filter(row -> row.txm() != null).toList();
        return Stream.of(Matrix.cases(transactional, Interruption::id, row -> List.of(Kind.TX, Kind.DDL)),
                Matrix.cases(ROWS, Interruption::id, row -> List.of(Kind.AUTO, Kind.FILE, Kind.PROBED)),
                Matrix.several(ROWS, Interruption::id, row -> List.of("P3", "P5", "P7", "R3").contains(row.phase())))
                .flatMap(cases -> cases);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void killedAndStartedAgain(Case<Interruption> one) throws InterruptedException {
        Interruption row = one.row();
        String change = one.change();
        try (World world = new World(one.store(), one.kind().variant())) {
            world.mustDieAt(row.phase() + "@" + (isOfNoChange(row) ? "*" : change),
                    "faults." + change + "=" + row.misbehaviour());
            new Aftermath(world, change).mustBe(row.expected(one.kind().on(one.store()), one.strategy()));
        }
    }

    private static boolean isOfNoChange(Interruption row) {
        return List.of("P0", "P1", "P2", "P9").contains(row.phase());
    }
}
