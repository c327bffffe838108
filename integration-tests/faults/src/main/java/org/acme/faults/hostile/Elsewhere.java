package org.acme.faults.hostile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

import jakarta.inject.Named;

import org.acme.faults.FileShapes;
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
 * The changes of files and topics, of which nobody can see what they do. Those whose rollback method takes away something by
 * its name have a probe, which knows whose it is.
 */
final class Elsewhere {

    private Elsewhere() {
    }

    @TargetSystem("files")
    @Change(id = "file-taken-back-mi", order = "h15", author = "faults")
    static class FileMi extends FileShapes.LinesTakenBack {
    }

    @TargetSystem("files")
    @Change(id = "file-probed-mi", order = "h25", author = "faults")
    static class FileProbed extends FileShapes.LinesProbed {
    }

    @TargetSystem("files")
    @Change(id = "file-taken-back-ar", order = "h35", author = "faults")
    @Recovery(strategy = RecoveryStrategy.ALWAYS_RETRY)
    static class FileAr extends FileShapes.LinesTakenBack {
    }

    @TargetSystem("files")
    @Change(id = "file-own-mi", order = "h45", author = "faults")
    static class FileOwn {

        @Apply
        void apply(Subject subject, ChangeContext context, FileTraces traces, @Named("folder") Path folder) throws Exception {
            Files.writeString(folder.resolve(Tables.name(context)), context.changeId(), StandardOpenOption.CREATE_NEW);
            subject.apply(context, traces);
        }

        @Rollback
        void rollBack(Subject subject, ChangeContext context, FileTraces traces, @Named("folder") Path folder)
                throws Exception {
            Files.delete(folder.resolve(Tables.name(context)));
            subject.rollBack(context, traces);
        }

        @Probe
        ProbeResult probe(ChangeContext context, FileTraces traces, @Named("folder") Path folder) throws IOException {
            Path file = folder.resolve(Tables.name(context));
            return own(Files.exists(file) && Files.readString(file).equals(context.changeId()),
                    traces.probe(context.changeId()));
        }
    }

    @TargetSystem("topics")
    @Change(id = "topic-mi", order = "h16", author = "faults")
    static class TopicMi {

        @Apply
        void apply(Subject subject, ChangeContext context, TopicTraces traces, Mood mood) throws Exception {
            subject.apply(context, traces);
        }
    }

    @TargetSystem("topics")
    @Change(id = "topic-ar", order = "h26", author = "faults")
    @Recovery(strategy = RecoveryStrategy.ALWAYS_RETRY)
    static class TopicAr extends TopicMi {

        @Rollback
        void rollBack(Subject subject, ChangeContext context, TopicTraces traces) throws Exception {
            subject.rollBack(context, traces);
        }
    }

    @TargetSystem("topics")
    @Change(id = "topic-own-mi", order = "h36", author = "faults")
    static class TopicOwn {

        @Apply
        void apply(Subject subject, ChangeContext context, TopicTraces traces) throws Exception {
            traces.create(Tables.name(context), context.changeId());
            subject.apply(context, traces);
        }

        @Rollback
        void rollBack(Subject subject, ChangeContext context, TopicTraces traces) throws Exception {
            traces.delete(Tables.name(context));
            subject.rollBack(context, traces);
        }

        @Probe
        ProbeResult probe(ChangeContext context, TopicTraces traces) throws IOException {
            // what became of the messages nobody can ask a broker
            return traces.owner(Tables.name(context)).equals(context.changeId()) ? ProbeResult.PARTLY_APPLIED
                    : ProbeResult.NOT_APPLIED;
        }
    }

    private static ProbeResult own(boolean made, ProbeResult traces) {
        return made && traces != ProbeResult.APPLIED ? ProbeResult.PARTLY_APPLIED : traces;
    }
}
