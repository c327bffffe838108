package org.acme.faults;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

import jakarta.inject.Singleton;

import org.eclipse.microprofile.config.inject.ConfigProperty;

import io.quarkiverse.flamingock.ChangeContext;

/**
 * What the changes have in common: two steps, and whatever misbehaviour was asked for.
 */
@Singleton
public class Subject {

    /** Must never be seen in the audit nor in the log. */
    public static final String SECRET = "hunter2-planted";

    private final FailureScript script;
    private final Path told;

    Subject(FailureScript script, @ConfigProperty(name = "faults.directory") Path directory) {
        this.script = script;
        this.told = directory.resolve("go-on");
    }

    /** Applies the change whose execution this is. */
    public void apply(ChangeContext context, Traces traces) throws Exception {
        Misbehaviour misbehaviour = Misbehaviour.of(context.changeId());
        traces.leave(context, Traces.Part.BEGUN, 0);
        inTheMiddle(context, misbehaviour);
        traces.leave(context, Traces.Part.DONE, Math.max(0, misbehaviour.number("slow-insert")));
        if (misbehaviour.has("throw-late")) {
            throw new IllegalStateException("planted at the end of " + context.changeId());
        }
    }

    /** Whether a change was told to do this. */
    public boolean misbehaves(ChangeContext context, String thing) {
        return Misbehaviour.of(context.changeId()).has(thing);
    }

    /** As a rollback method. */
    public void rollBack(ChangeContext context, Traces traces) throws Exception {
        script.inTheChange("R3", context.changeId());
        if (Misbehaviour.of(context.changeId() + ".rollback").has("throw")) {
            throw new IllegalStateException("planted in the rollback of " + context.changeId());
        }
        traces.leave(context, Traces.Part.TAKEN_BACK, 0);
    }

    private void inTheMiddle(ChangeContext context, Misbehaviour misbehaviour) throws Exception {
        if (misbehaviour.has("sleep")) {
            TimeUnit.MILLISECONDS.sleep(misbehaviour.number("sleep"));
        }
        script.inTheChange("P4", context.changeId());
        while (misbehaviour.has("until-told") && !Files.exists(told)) {
            TimeUnit.MILLISECONDS.sleep(50);
        }
        if (misbehaviour.has("throw")) {
            throw new IllegalStateException("planted in the middle of " + context.changeId());
        }
        if (misbehaviour.has("secret")) {
            throw new IllegalStateException("no login at https://operator:" + SECRET + "@host/x with password=" + SECRET
                    + " and Authorization: Bearer " + SECRET);
        }
        if (misbehaviour.has("huge-error")) {
            // more than any column holds, with what no database can store
            throw new IllegalStateException("planted: \u0000 \ud800 " + "x".repeat(1_000_000));
        }
    }
}
