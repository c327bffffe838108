package org.acme.faults.changes;

import org.acme.faults.FileShapes;

import io.quarkiverse.flamingock.Change;
import io.quarkiverse.flamingock.Recovery;
import io.quarkiverse.flamingock.RecoveryStrategy;
import io.quarkiverse.flamingock.TargetSystem;

/**
 * The changes that are killed, stopped and cut off: one for each shape and strategy.
 */
final class Subjects {

    private Subjects() {
    }

    @TargetSystem("database")
    @Change(id = "tx-mi", order = "020", author = "faults")
    static class TxMi extends Shapes.Rows {
    }

    @TargetSystem("database")
    @Change(id = "tx-ar", order = "040", author = "faults")
    @Recovery(strategy = RecoveryStrategy.ALWAYS_RETRY)
    static class TxAr extends Shapes.Rows {
    }

    @TargetSystem("database")
    @Change(id = "ddl-mi", order = "060", author = "faults")
    static class DdlMi extends Shapes.Table {
    }

    @TargetSystem("database")
    @Change(id = "ddl-ar", order = "080", author = "faults")
    @Recovery(strategy = RecoveryStrategy.ALWAYS_RETRY)
    static class DdlAr extends Shapes.Table {
    }

    @TargetSystem("database")
    @Change(id = "auto-mi", order = "100", author = "faults", transactional = false)
    static class AutoMi extends Shapes.RowsTakenBack {
    }

    @TargetSystem("database")
    @Change(id = "auto-ar", order = "120", author = "faults", transactional = false)
    @Recovery(strategy = RecoveryStrategy.ALWAYS_RETRY)
    static class AutoAr extends Shapes.RowsTakenBack {
    }

    @TargetSystem("files")
    @Change(id = "file-mi", order = "140", author = "faults")
    static class FileMi extends FileShapes.LinesTakenBack {
    }

    @TargetSystem("files")
    @Change(id = "file-ar", order = "160", author = "faults")
    @Recovery(strategy = RecoveryStrategy.ALWAYS_RETRY)
    static class FileAr extends FileShapes.LinesTakenBack {
    }

    @TargetSystem("files")
    @Change(id = "bare-mi", order = "180", author = "faults")
    static class BareMi extends FileShapes.Lines {
    }

    @TargetSystem("files")
    @Change(id = "bare-ar", order = "200", author = "faults")
    @Recovery(strategy = RecoveryStrategy.ALWAYS_RETRY)
    static class BareAr extends FileShapes.Lines {
    }

    @TargetSystem("files")
    @Change(id = "probed-mi", order = "220", author = "faults")
    static class ProbedMi extends FileShapes.LinesProbed {
    }

    @TargetSystem("files")
    @Change(id = "probed-ar", order = "240", author = "faults")
    @Recovery(strategy = RecoveryStrategy.ALWAYS_RETRY)
    static class ProbedAr extends FileShapes.LinesProbed {
    }
}
