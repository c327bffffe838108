package org.acme.faults.hostile;

import io.quarkiverse.flamingock.Change;
import io.quarkiverse.flamingock.Recovery;
import io.quarkiverse.flamingock.RecoveryStrategy;
import io.quarkiverse.flamingock.TargetSystem;

/**
 * The changes of MariaDB.
 */
final class MariaDb {

    private MariaDb() {
    }

    @TargetSystem("maria")
    @Change(id = "maria-tx-mi", order = "h12", author = "faults")
    static class TxMi extends Tables.Rows {
    }

    @TargetSystem("maria")
    @Change(id = "maria-probed-mi", order = "h22", author = "faults", transactional = false)
    static class ProbedMi extends Tables.RowsProbed {
    }

    @TargetSystem("maria")
    @Change(id = "maria-made-mi", order = "h32", author = "faults")
    static class MadeMi extends Tables.Made {
    }

    @TargetSystem("maria")
    @Change(id = "maria-bent-ar", order = "h42", author = "faults")
    @Recovery(strategy = RecoveryStrategy.ALWAYS_RETRY)
    static class BentAr extends Tables.Bent {
    }

    @TargetSystem("maria")
    @Change(id = "maria-direct-ar", order = "h52", author = "faults", transactional = false)
    @Recovery(strategy = RecoveryStrategy.ALWAYS_RETRY)
    static class DirectAr extends Tables.RowsTakenBack {
    }

    @TargetSystem("maria")
    @Change(id = "maria-own-mi", order = "h62", author = "faults", transactional = false)
    static class OwnMi extends Tables.Made {
    }
}
