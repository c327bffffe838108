package org.acme.faults.changes;

import org.acme.faults.FileTraces;
import org.acme.faults.Subject;

import io.quarkiverse.flamingock.Apply;
import io.quarkiverse.flamingock.Change;
import io.quarkiverse.flamingock.ChangeContext;
import io.quarkiverse.flamingock.Probe;
import io.quarkiverse.flamingock.ProbeResult;
import io.quarkiverse.flamingock.Recovery;
import io.quarkiverse.flamingock.RecoveryStrategy;
import io.quarkiverse.flamingock.Rollback;
import io.quarkiverse.flamingock.TargetSystem;

/**
 * Lines of a file, with a probe that reads what became of them.
 */
final class ProbedFiles {

    private ProbedFiles() {
    }

    @TargetSystem("files")
    @Change(id = "probed-mi", order = "220", author = "faults")
    static class Mi extends Probed {
    }

    @TargetSystem("files")
    @Change(id = "probed-ar", order = "240", author = "faults")
    @Recovery(strategy = RecoveryStrategy.ALWAYS_RETRY)
    static class Ar extends Probed {
    }

    abstract static class Probed {

        @Apply
        void apply(Subject subject, ChangeContext context, FileTraces traces) throws Exception {
            subject.apply(context, traces);
        }

        @Rollback
        void rollBack(Subject subject, ChangeContext context, FileTraces traces) throws Exception {
            subject.rollBack(context, traces);
        }

        @Probe
        ProbeResult probe(ChangeContext context, FileTraces traces) throws Exception {
            return traces.probe(context.changeId());
        }
    }
}
