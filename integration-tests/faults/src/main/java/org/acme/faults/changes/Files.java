package org.acme.faults.changes;

import org.acme.faults.Subject;
import org.acme.faults.Traces;

import io.quarkiverse.flamingock.Apply;
import io.quarkiverse.flamingock.Change;
import io.quarkiverse.flamingock.ChangeContext;
import io.quarkiverse.flamingock.Recovery;
import io.quarkiverse.flamingock.RecoveryStrategy;
import io.quarkiverse.flamingock.Rollback;
import io.quarkiverse.flamingock.TargetSystem;

/**
 * Lines of a file, of which nothing tells what became of them.
 */
final class Files {

    private Files() {
    }

    @TargetSystem("files")
    @Change(id = "file-mi", order = "140", author = "faults")
    static class Mi {

        @Apply
        void apply(Subject subject, ChangeContext context, Traces traces) throws Exception {
            subject.apply(context, traces);
        }

        @Rollback
        void rollBack(Subject subject, ChangeContext context, Traces traces) throws Exception {
            subject.rollBack(context, traces);
        }
    }

    @TargetSystem("files")
    @Change(id = "file-ar", order = "160", author = "faults")
    @Recovery(strategy = RecoveryStrategy.ALWAYS_RETRY)
    static class Ar {

        @Apply
        void apply(Subject subject, ChangeContext context, Traces traces) throws Exception {
            subject.apply(context, traces);
        }

        @Rollback
        void rollBack(Subject subject, ChangeContext context, Traces traces) throws Exception {
            subject.rollBack(context, traces);
        }
    }
}
