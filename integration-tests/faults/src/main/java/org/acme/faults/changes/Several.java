package org.acme.faults.changes;

import io.quarkiverse.flamingock.Change;
import io.quarkiverse.flamingock.Recovery;
import io.quarkiverse.flamingock.RecoveryStrategy;
import io.quarkiverse.flamingock.TargetSystem;
import io.quarkus.arc.properties.IfBuildProperty;

/**
 * Changes of the database that name another system beside it, in an application of their own. After each comes one whose
 * marker tells everything, because that is started together with the record of the end of this one.
 */
final class Several {

    private Several() {
    }

    @TargetSystem(id = "database", also = "elsewhere")
    @Change(id = "both-mi", order = "015", author = "faults")
    @IfBuildProperty(name = "faults.several", stringValue = "true")
    static class BothMi extends SeveralShapes.RowsAndLines {
    }

    @TargetSystem(id = "database", also = "elsewhere")
    @Change(id = "both-ar", order = "025", author = "faults")
    @Recovery(strategy = RecoveryStrategy.ALWAYS_RETRY)
    @IfBuildProperty(name = "faults.several", stringValue = "true")
    static class BothAr extends SeveralShapes.RowsAndLines {
    }

    @TargetSystem(id = "database", also = "elsewhere")
    @Change(id = "bothprobed-mi", order = "045", author = "faults")
    @IfBuildProperty(name = "faults.several", stringValue = "true")
    static class BothProbedMi extends SeveralShapes.RowsAndLinesProbed {
    }

    @TargetSystem(id = "database", also = "elsewhere")
    @Change(id = "bothprobed-ar", order = "065", author = "faults")
    @Recovery(strategy = RecoveryStrategy.ALWAYS_RETRY)
    @IfBuildProperty(name = "faults.several", stringValue = "true")
    static class BothProbedAr extends SeveralShapes.RowsAndLinesProbed {
    }

    @TargetSystem(id = "database", also = "elsewhere")
    @Change(id = "bothddl-mi", order = "085", author = "faults")
    @IfBuildProperty(name = "faults.several", stringValue = "true")
    static class BothDdlMi extends SeveralShapes.TableAndLines {
    }

    @TargetSystem(id = "database", also = "elsewhere")
    @Change(id = "bothddl-ar", order = "105", author = "faults")
    @Recovery(strategy = RecoveryStrategy.ALWAYS_RETRY)
    @IfBuildProperty(name = "faults.several", stringValue = "true")
    static class BothDdlAr extends SeveralShapes.TableAndLines {
    }
}
