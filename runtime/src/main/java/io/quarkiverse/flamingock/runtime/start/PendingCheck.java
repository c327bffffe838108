package io.quarkiverse.flamingock.runtime.start;

import java.util.ArrayList;
import java.util.List;

import org.jboss.logging.Logger;

import io.quarkiverse.flamingock.Flamingock;
import io.quarkiverse.flamingock.Phase;
import io.quarkiverse.flamingock.error.AuditStoreUnavailableException;
import io.quarkiverse.flamingock.error.PendingChangesException;
import io.quarkiverse.flamingock.result.PlannedAction;
import io.quarkiverse.flamingock.result.PlannedChange;
import io.quarkiverse.flamingock.result.Status;
import io.quarkiverse.flamingock.runtime.config.OnPending;
import io.quarkiverse.flamingock.runtime.engine.text.Listing;

/**
 * A start that may not apply changes looks whether any are pending: an application that was started before its changes would
 * otherwise fail later, and somewhere else.
 */
final class PendingCheck {

    private static final Logger LOG = Logger.getLogger("io.quarkiverse.flamingock");
    private static final String NOT_HERE = "this start may not apply changes (quarkus.flamingock.apply-at-start=false)";

    private final Flamingock flamingock;
    private final OnPending onPending;

    PendingCheck(Flamingock flamingock, OnPending onPending) {
        this.flamingock = flamingock;
        this.onPending = onPending;
    }

    void look() {
        if (onPending == OnPending.IGNORE) {
            LOG.info("Flamingock did not look for pending changes, and " + NOT_HERE);
            return;
        }
        Status status;
        try {
            status = flamingock.status();
        } catch (AuditStoreUnavailableException e) {
            if (onPending == OnPending.FAIL) {
                throw e;
            }
            LOG.warn(unknown(e));
            return;
        }
        if (!status.edited().isEmpty()) {
            LOG.warn("Executed changes differ from today's code, or from the order in it, and are not applied again: "
                    + Listing.some(status.edited()) + ". Flamingock.plan() shows them; a start that applies changes says how"
                    + " to accept an edit");
        }
        List<PlannedChange> pending = new ArrayList<>(status.pending());
        pending.removeIf(PendingCheck::isLeftOut);
        if (pending.size() < status.pending().size()) {
            LOG.warn("Pending for a start at which their datasources or clients are active"
                    + " (quarkus.flamingock.on-inactive=skip): "
                    + names(status.pending().stream().filter(PendingCheck::isLeftOut).toList()));
        }
        if (pending.isEmpty()) {
            LOG.info("Flamingock: nothing is pending" + (status.upToDate() ? "" : " that can be applied now"));
        } else if (onPending == OnPending.FAIL) {
            throw new PendingChangesException(pending(status, pending)
                    + ", or start without them: quarkus.flamingock.on-pending=warn.");
        } else {
            LOG.warn(pending(status, pending) + ".");
        }
    }

    private static boolean isLeftOut(PlannedChange change) {
        return change.action() == PlannedAction.LEAVE_OUT;
    }

    /** What leaves the facade holds no secrets. */
    private static String unknown(AuditStoreUnavailableException error) {
        return "It is not known whether changes are pending, and " + NOT_HERE + ": " + error.getMessage();
    }

    private static String pending(Status status, List<PlannedChange> pending) {
        String text = (pending.size() == 1 ? "1 change is" : pending.size() + " changes are") + " pending, and " + NOT_HERE
                + ": "
                + names(pending) + ". ";
        if (!status.issues().isEmpty()) {
            text += "A person must settle " + names(status.issues()) + " first; the start that applies says how. ";
        }
        List<PlannedChange> waiting = pending.stream().filter(change -> change.action() == PlannedAction.WAIT).toList();
        if (!waiting.isEmpty()) {
            text += "Another instance may be at work on " + names(waiting) + ": the lock on the target system is held. ";
        }
        List<PlannedChange> late = pending.stream().filter(change -> change.phase() == Phase.APPLICATION).toList();
        if (!late.isEmpty()) {
            text += "A start that ends before the application (quarkus.init-and-exit=true) leaves those of phase APPLICATION: "
                    + names(late) + ". ";
        }
        return text + "Apply with\n  " + String.format(LaunchCommand.ofThisProcess().get(),
                (late.isEmpty() ? "-Dquarkus.init-and-exit=true " : "") + "-Dquarkus.flamingock.apply-at-start=true")
                + "\nor with Flamingock.apply()";
    }

    private static String names(List<PlannedChange> changes) {
        return Listing.some(changes.stream().map(PlannedChange::id).toList());
    }
}
