package org.acme.faults.changes;

import java.sql.Connection;

import org.acme.faults.DatabaseSubject;

import io.quarkiverse.flamingock.Apply;
import io.quarkiverse.flamingock.Change;
import io.quarkiverse.flamingock.ChangeContext;
import io.quarkiverse.flamingock.TargetSystem;

/**
 * Harmless changes before, between and after the others: none of them may run before what comes first has ended.
 */
final class Harmless {

    private Harmless() {
    }

    @TargetSystem("database")
    @Change(id = "harmless-01", order = "010", author = "faults")
    static class Number1 extends One {
    }

    @TargetSystem("database")
    @Change(id = "harmless-02", order = "030", author = "faults")
    static class Number2 extends One {
    }

    @TargetSystem("database")
    @Change(id = "harmless-03", order = "050", author = "faults")
    static class Number3 extends One {
    }

    @TargetSystem("database")
    @Change(id = "harmless-04", order = "070", author = "faults")
    static class Number4 extends One {
    }

    @TargetSystem("database")
    @Change(id = "harmless-05", order = "090", author = "faults")
    static class Number5 extends One {
    }

    @TargetSystem("database")
    @Change(id = "harmless-06", order = "110", author = "faults")
    static class Number6 extends One {
    }

    @TargetSystem("database")
    @Change(id = "harmless-07", order = "130", author = "faults")
    static class Number7 extends One {
    }

    @TargetSystem("database")
    @Change(id = "harmless-08", order = "150", author = "faults")
    static class Number8 extends One {
    }

    @TargetSystem("database")
    @Change(id = "harmless-09", order = "170", author = "faults")
    static class Number9 extends One {
    }

    @TargetSystem("database")
    @Change(id = "harmless-10", order = "190", author = "faults")
    static class Number10 extends One {
    }

    @TargetSystem("database")
    @Change(id = "harmless-11", order = "210", author = "faults")
    static class Number11 extends One {
    }

    @TargetSystem("database")
    @Change(id = "harmless-12", order = "230", author = "faults")
    static class Number12 extends One {
    }

    @TargetSystem("database")
    @Change(id = "harmless-13", order = "250", author = "faults")
    static class Number13 extends One {
    }

    abstract static class One {

        @Apply
        void apply(DatabaseSubject subject, ChangeContext context, Connection connection) throws Exception {
            subject.apply(context, connection);
        }
    }
}
