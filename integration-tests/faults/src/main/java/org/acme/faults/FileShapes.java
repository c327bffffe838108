package org.acme.faults;

import io.quarkiverse.flamingock.Apply;
import io.quarkiverse.flamingock.ChangeContext;
import io.quarkiverse.flamingock.Probe;
import io.quarkiverse.flamingock.ProbeResult;
import io.quarkiverse.flamingock.Rollback;

/**
 * What changes do that have no database; they are the same beside all of them.
 */
public final class FileShapes {

    private FileShapes() {
    }

    /** Lines of a file that nothing takes back. */
    public abstract static class Lines {

        @Apply
        public void apply(Subject subject, ChangeContext context, FileTraces traces) throws Exception {
            subject.apply(context, traces);
        }
    }

    /** Lines of a file that can be taken back. */
    public abstract static class LinesTakenBack extends Lines {

        @Rollback
        public void rollBack(Subject subject, ChangeContext context, FileTraces traces) throws Exception {
            subject.rollBack(context, traces);
        }
    }

    /** Lines of a file, with a probe that reads what became of them. */
    public abstract static class LinesProbed extends LinesTakenBack {

        @Probe
        public ProbeResult probe(ChangeContext context, FileTraces traces) throws Exception {
            return traces.probe(context.changeId());
        }
    }
}
