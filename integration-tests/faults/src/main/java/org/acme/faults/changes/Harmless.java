package org.acme.faults.changes;

import io.quarkiverse.flamingock.Change;
import io.quarkiverse.flamingock.TargetSystem;
import io.quarkus.arc.properties.IfBuildProperty;
import io.quarkus.arc.properties.UnlessBuildProperty;

/**
 * Harmless changes before, between and after the others: none of them may run before what comes first has ended. In a newer
 * version of the application one of them is gone, one was edited, and one has come.
 */
final class Harmless {

    private Harmless() {
    }

    @TargetSystem("database")
    @Change(id = "harmless-01", order = "010", author = "faults")
    static class Number1 extends Shapes.Rows {
    }

    @TargetSystem("database")
    @Change(id = "harmless-02", order = "030", author = "faults")
    static class Number2 extends Shapes.Rows {
    }

    @TargetSystem("database")
    @Change(id = "harmless-03", order = "050", author = "faults")
    static class Number3 extends Shapes.Rows {
    }

    @TargetSystem("database")
    @Change(id = "harmless-04", order = "070", author = "faults")
    static class Number4 extends Shapes.Rows {
    }

    @TargetSystem("database")
    @Change(id = "harmless-05", order = "090", author = "faults")
    static class Number5 extends Shapes.Rows {
    }

    @TargetSystem("database")
    @Change(id = "harmless-06", order = "110", author = "faults")
    static class Number6 extends Shapes.Rows {
    }

    @TargetSystem("database")
    @Change(id = "harmless-07", order = "130", author = "faults")
    static class Number7 extends Shapes.Rows {
    }

    @TargetSystem("database")
    @Change(id = "harmless-08", order = "150", author = "faults")
    static class Number8 extends Shapes.Rows {
    }

    @TargetSystem("database")
    @Change(id = "harmless-09", order = "170", author = "faults")
    static class Number9 extends Shapes.Rows {
    }

    @TargetSystem("database")
    @Change(id = "harmless-10", order = "190", author = "faults")
    static class Number10 extends Shapes.Rows {
    }

    @TargetSystem("database")
    @Change(id = "harmless-11", order = "210", author = "faults")
    @UnlessBuildProperty(name = "faults.newer", stringValue = "true", enableIfMissing = true)
    static class Number11 extends Shapes.Rows {
    }

    @TargetSystem("database")
    @Change(id = "harmless-12", order = "230", author = "faults")
    @UnlessBuildProperty(name = "faults.newer", stringValue = "true", enableIfMissing = true)
    static class Number12 extends Shapes.Rows {
    }

    @TargetSystem("database")
    @Change(id = "harmless-13", order = "250", author = "faults")
    static class Number13 extends Shapes.Rows {
    }

    @TargetSystem("database")
    @Change(id = "harmless-12", order = "230", author = "faults")
    @IfBuildProperty(name = "faults.newer", stringValue = "true")
    static class Edited extends Shapes.Rows {

        @Override
        public String toString() {
            return "other code";
        }
    }

    @TargetSystem("database")
    @Change(id = "newer", order = "260", author = "faults")
    @IfBuildProperty(name = "faults.newer", stringValue = "true")
    static class Newer extends Shapes.Rows {
    }
}
