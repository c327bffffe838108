package org.acme.settings;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

import io.quarkiverse.flamingock.spi.ChangeCall;
import io.quarkiverse.flamingock.spi.Marker;
import io.quarkiverse.flamingock.spi.OtherMarkerException;
import io.quarkiverse.flamingock.spi.Outcome;

/**
 * One execution whose settings take effect together with its marker, or not at all. The code works on a copy without the mutex;
 * the commit takes it, and finds out whether somebody else was there.
 */
final class Transaction {

    private final ContentFile file;
    private final ChangeCall call;

    Transaction(ContentFile file, ChangeCall call) {
        this.file = file;
        this.call = call;
    }

    Outcome run(SettingsWork work) {
        try {
            Content start = file.hold(file::read);
            if (start.fence() > call.token()) {
                return Outcome.lockLost(file.lost(start, call.token()));
            }
            Map<String, String> copy = new LinkedHashMap<>(start.settings());
            work.run(new CopiedSettings(copy));
            return file.hold(() -> commit(start, new LinkedHashMap<>(copy)));
        } catch (Exception | LinkageError | AssertionError e) {
            return Outcome.notApplied(e);
        }
    }

    // tag::commit[]
    private Outcome commit(Content start, Map<String, String> settings) throws IOException {
        Content now = file.read();
        if (now.fence() != call.token()) {
            return Outcome.lockLost(file.lost(now, call.token()));
        }
        Marker found = now.markersOf(call.service()).of(call.changeId());
        if (!call.saw(found)) {
            return Outcome.otherMarker(new OtherMarkerException(file.target(), call, found));
        }
        if (!now.settings().equals(start.settings())) {
            return Outcome.conflict(new IllegalStateException("The settings in " + file + " were changed meanwhile"));
        }
        file.prepare(now.with(settings).markedBy(call));
        try {
            file.publish();
            return Outcome.APPLIED;
        } catch (IOException e) {
            return lookFor(e);
        }
    }
    // end::commit[]

    /** The file was replaced or not, and nobody else can have done it meanwhile. */
    private Outcome lookFor(IOException error) {
        try {
            return file.read().isMarkedBy(call) ? Outcome.unknown(error) : Outcome.notApplied(error);
        } catch (IOException e) {
            error.addSuppressed(e);
            return Outcome.unknown(error);
        }
    }
}
