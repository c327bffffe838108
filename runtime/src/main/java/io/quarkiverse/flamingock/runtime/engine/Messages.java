package io.quarkiverse.flamingock.runtime.engine;

import java.time.Duration;
import java.util.Collection;
import java.util.List;

import io.quarkiverse.flamingock.error.AuditStoreUnavailableException;
import io.quarkiverse.flamingock.runtime.pipeline.Argument;
import io.quarkiverse.flamingock.spi.StateRow;

/**
 * What an operator is told, except about issues and failures, for which see {@link Guidance}.
 */
final class Messages {

    static final String REBUILT = "The record of this change was lost with the audit store, and nothing proves whether it was"
            + " applied";

    private Messages() {
    }

    static String lockLost(String target) {
        return "The lock on target system '" + target + "' was lost: another instance took it over, or its row was removed."
                + " This instance has stopped and wrote nothing more; start it again.";
    }

    static String leaseRanOut(String target, Duration lease) {
        return "The lock on target system '" + target + "' was lost: it could not be renewed within its lease of "
                + lease.toSeconds()
                + " s. This instance has stopped and begins no other change; check the audit store and start"
                + " again.";
    }

    static String writeRefused(Collection<String> targets) {
        return "The audit store refused a write because the lock on target system '" + String.join("', '", targets)
                + "' is held by another instance now. This instance has stopped; start it again.";
    }

    static String writeOvertaken(String change, StateRow row) {
        return "Another instance has recorded " + (row == null ? "nothing" : row.state()) + " for change '" + change
                + "' meanwhile. This instance has stopped and wrote nothing more; start it again.";
    }

    static String lockLostInTarget(String change, String target) {
        return "Change '" + change + "' was not applied by this instance: the lock on target system '" + target
                + "' was lost. The target system has seen a newer token, so another instance has taken over and settles what"
                + " became of the change; start again.";
    }

    static String interruptedWhileWaiting(String target) {
        return "Interrupted while waiting for the lock on target system '" + target + "'; nothing was applied.";
    }

    static String endedWhileWaiting(String target) {
        return "The process was asked to end while it waited for the lock on target system '" + target
                + "'; nothing was applied.";
    }

    static String ended(String change) {
        return "The process was asked to end before change '" + change + "'. What was applied until then is recorded; the next"
                + " start goes on from there.";
    }

    static String notRun(AuditStoreUnavailableException e) {
        return "No change was looked at or applied, and the application starts without"
                + " (quarkus.flamingock.fail-on-audit-unavailable=false): " + e.getMessage();
    }

    static String lostStore(Settings settings, String store, List<String> unproven) {
        return "The audit store (" + store + ") knows nothing of service '" + settings.service()
                + "', but its target systems hold markers of its changes: the audit store was lost, or the datasource, the table"
                + " prefix or the name of the service has changed. These changes leave no marker and would be applied a second"
                + " time: " + String.join(", ", unproven) + ". Nothing was applied. Put the old settings or a backup back, or"
                + " record what can be proven and settle the rest by hand; this applies nothing and exits: "
                + String.format(settings.command(), "-Dquarkus.flamingock.rebuild=true");
    }

    static String unknownOutcome(String change, String target) {
        return "It is not known whether change '" + change + "' took effect: target system '" + target
                + "' did not answer. It stays in state STARTED; the next start asks the target system for its marker.";
    }

    static String executedNotRecorded(String change) {
        return "Change '" + change + "' was applied and is not taken back, but that could not be recorded. ";
    }

    static String notSettled(Throwable error) {
        return "Nothing is pending, but that could not be noted, so that the next start reads all states again: "
                + ErrorText.brief(error);
    }

    static String notSupplied(Argument argument, String target) {
        return argument.place() + ": nothing supplies a "
                + argument.type().getName() + (argument.name() == null ? "" : " named '" + argument.name() + "'")
                + ". Add it to target system '" + target
                + "' with addDependency or setProperty, or produce it as a CDI bean. Nothing was applied.";
    }

    static String edited(List<Step> edited, List<Step> reordered) {
        StringBuilder text = new StringBuilder("Executed changes differ from today's code and are not applied again:");
        edited.forEach(step -> text.append("\n  ").append(step.change().id()).append(" (").append(step.change().source())
                .append("): its code was edited after it was executed"));
        reordered.forEach(step -> text.append("\n  ").append(step.change().id()).append(" (").append(step.change().source())
                .append("): executed with order ").append(step.last().order()).append(", now ").append(step.change().order()));
        return text.append("\nTake the edit back and put it into a new change.").toString();
    }

    static String outOfOrder(List<Step> steps) {
        StringBuilder text = new StringBuilder("Pending changes order before changes that were executed already:");
        steps.forEach(step -> text.append("\n  ").append(step.change().id()).append(" (order ").append(step.change().order())
                .append(", ").append(step.change().source()).append(')'));
        return text.toString();
    }

    static String blocked(Collection<String> changes) {
        return "Left out because of an issue or a failure before them on their target system"
                + " (quarkus.flamingock.on-issue=continue): " + String.join(", ", changes);
    }

    static String unknownChange(String change, List<String> issues) {
        return "There is no record of a change '" + change + "', so there is nothing to resolve. "
                + (issues.isEmpty() ? "No change has an issue." : "Changes with an issue: " + String.join(", ", issues) + ".");
    }

    static String nothingToFix(StateRow row) {
        return "Change '" + row.changeId() + "' is in state " + row.state()
                + ", which needs no resolution; nothing was recorded. Only a change in a failure state can be resolved.";
    }
}
