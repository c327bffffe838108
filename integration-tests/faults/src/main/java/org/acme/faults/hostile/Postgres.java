package org.acme.faults.hostile;

import io.quarkiverse.flamingock.Change;
import io.quarkiverse.flamingock.Recovery;
import io.quarkiverse.flamingock.RecoveryStrategy;
import io.quarkiverse.flamingock.TargetSystem;

/**
 * The changes of PostgreSQL.
 */
final class Postgres {

    private Postgres() {
    }

    @TargetSystem("pg")
    @Change(id = "pg-tx-mi", order = "h11", author = "faults")
    static class TxMi extends Tables.Rows {
    }

    @TargetSystem("pg")
    @Change(id = "pg-probed-mi", order = "h21", author = "faults", transactional = false)
    static class ProbedMi extends Tables.RowsProbed {
    }

    @TargetSystem("pg")
    @Change(id = "pg-made-mi", order = "h31", author = "faults")
    static class MadeMi extends Tables.Made {
    }

    @TargetSystem("pg")
    @Change(id = "pg-bent-ar", order = "h41", author = "faults")
    @Recovery(strategy = RecoveryStrategy.ALWAYS_RETRY)
    static class BentAr extends Tables.Bent {
    }

    @TargetSystem("pg")
    @Change(id = "pg-direct-ar", order = "h51", author = "faults", transactional = false)
    @Recovery(strategy = RecoveryStrategy.ALWAYS_RETRY)
    static class DirectAr extends Tables.RowsTakenBack {
    }

    @TargetSystem("pg")
    @Change(id = "pg-own-mi", order = "h61", author = "faults", transactional = false)
    static class OwnMi extends Tables.Made {
    }
}
