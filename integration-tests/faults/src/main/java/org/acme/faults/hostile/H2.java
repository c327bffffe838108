package org.acme.faults.hostile;

import io.quarkiverse.flamingock.Change;
import io.quarkiverse.flamingock.Recovery;
import io.quarkiverse.flamingock.RecoveryStrategy;
import io.quarkiverse.flamingock.TargetSystem;

/**
 * The changes of H2.
 */
final class H2 {

    private H2() {
    }

    @TargetSystem("h2")
    @Change(id = "h2-tx-mi", order = "h13", author = "faults")
    static class TxMi extends Tables.Rows {
    }

    @TargetSystem("h2")
    @Change(id = "h2-probed-mi", order = "h23", author = "faults", transactional = false)
    static class ProbedMi extends Tables.RowsProbed {
    }

    @TargetSystem("h2")
    @Change(id = "h2-made-mi", order = "h33", author = "faults")
    static class MadeMi extends Tables.Made {
    }

    @TargetSystem("h2")
    @Change(id = "h2-bent-ar", order = "h43", author = "faults")
    @Recovery(strategy = RecoveryStrategy.ALWAYS_RETRY)
    static class BentAr extends Tables.Bent {
    }

    @TargetSystem("h2")
    @Change(id = "h2-direct-ar", order = "h53", author = "faults", transactional = false)
    @Recovery(strategy = RecoveryStrategy.ALWAYS_RETRY)
    static class DirectAr extends Tables.RowsTakenBack {
    }

    @TargetSystem("h2")
    @Change(id = "h2-own-mi", order = "h63", author = "faults", transactional = false)
    static class OwnMi extends Tables.Made {
    }
}
