package org.acme.faults.changes;

import io.quarkiverse.flamingock.Change;
import io.quarkiverse.flamingock.Recovery;
import io.quarkiverse.flamingock.RecoveryStrategy;
import io.quarkiverse.flamingock.TargetSystem;
import io.quarkus.arc.properties.IfBuildProperty;

/**
 * Changes of the database that name another system beside it, in an application of their own.
 */
final class Several {

    private Several() {
    }

    @TargetSystem(id = "database", also = "elsewhere")
    @Change(id = "both-mi", order = "012", author = "faults")
    @IfBuildProperty(name = "faults.several", stringValue = "true")
    static class BothMi extends SeveralShapes.RowsAndLines {
    }

    @TargetSystem(id = "database", also = "elsewhere")
    @Change(id = "both-ar", order = "013", author = "faults")
    @Recovery(strategy = RecoveryStrategy.ALWAYS_RETRY)
    @IfBuildProperty(name = "faults.several", stringValue = "true")
    static class BothAr extends SeveralShapes.RowsAndLines {
    }

    @TargetSystem(id = "database", also = "elsewhere")
    @Change(id = "bothprobed-mi", order = "014", author = "faults")
    @IfBuildProperty(name = "faults.several", stringValue = "true")
    static class BothProbedMi extends SeveralShapes.RowsAndLinesProbed {
    }

    @TargetSystem(id = "database", also = "elsewhere")
    @Change(id = "bothprobed-ar", order = "015", author = "faults")
    @Recovery(strategy = RecoveryStrategy.ALWAYS_RETRY)
    @IfBuildProperty(name = "faults.several", stringValue = "true")
    static class BothProbedAr extends SeveralShapes.RowsAndLinesProbed {
    }

    @TargetSystem(id = "database", also = "elsewhere")
    @Change(id = "bothddl-mi", order = "016", author = "faults")
    @IfBuildProperty(name = "faults.several", stringValue = "true")
    static class BothDdlMi extends SeveralShapes.TableAndLines {
    }

    @TargetSystem(id = "database", also = "elsewhere")
    @Change(id = "bothddl-ar", order = "017", author = "faults")
    @Recovery(strategy = RecoveryStrategy.ALWAYS_RETRY)
    @IfBuildProperty(name = "faults.several", stringValue = "true")
    static class BothDdlAr extends SeveralShapes.TableAndLines {
    }
}
