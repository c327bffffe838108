package org.acme.faults.changes;

import org.acme.faults.Subject;
import org.acme.faults.Traces;

import io.quarkiverse.flamingock.Apply;
import io.quarkiverse.flamingock.Change;
import io.quarkiverse.flamingock.ChangeContext;
import io.quarkiverse.flamingock.Recovery;
import io.quarkiverse.flamingock.RecoveryStrategy;
import io.quarkiverse.flamingock.TargetSystem;

/**
 * Lines of a file that nothing takes back.
 */
final class FilesWithoutRollback {

    private FilesWithoutRollback() {
    }

    @TargetSystem("files")
    @Change(id = "bare-mi", order = "180", author = "faults")
    static class Mi {

        @Apply
        void apply(Subject subject, ChangeContext context, Traces traces) throws Exception {
            subject.apply(context, traces);
        }
    }

    @TargetSystem("files")
    @Change(id = "bare-ar", order = "200", author = "faults")
    @Recovery(strategy = RecoveryStrategy.ALWAYS_RETRY)
    static class Ar {

        @Apply
        void apply(Subject subject, ChangeContext context, Traces traces) throws Exception {
            subject.apply(context, traces);
        }
    }
}
