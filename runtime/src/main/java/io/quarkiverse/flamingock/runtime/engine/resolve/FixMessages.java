package io.quarkiverse.flamingock.runtime.engine.resolve;

import java.util.List;

import io.quarkiverse.flamingock.spi.Snapshot;
import io.quarkiverse.flamingock.spi.StateRow;

/**
 * What an operator is told about a resolution.
 */
final class FixMessages {

    private FixMessages() {
    }

    static String notFenced(String target, String reason) {
        return "The fence of target system '" + target + "' could not be raised, because this application can't use it: "
                + reason
                + ". Should the instance that ran the change still be alive, what it has begun there may still take effect: make"
                + " sure that it has ended";
    }

    static String executedMeanwhile(StateRow row) {
        return "Change '" + row.changeId() + "' was executed meanwhile, on target system '" + row.targetSystem()
                + "'; nothing was recorded. Look there, and call fix again.";
    }

    static String nothingToFix(String changeId, StateRow row, Snapshot snapshot) {
        return row == null ? unknown(changeId, snapshot) : applied(row);
    }

    /** Neither recorded nor in the code. */
    static String unknown(String change, Snapshot snapshot) {
        List<String> issues = snapshot.states().values().stream().filter(row -> row.state().isUnsettled())
                .map(StateRow::changeId).sorted().toList();
        return "There is no record of a change '" + change
                + "', and this application has none, so there is nothing to resolve. "
                + (issues.isEmpty() ? "No change has an issue." : "Changes with an issue: " + String.join(", ", issues) + ".");
    }

    static String removed(StateRow row) {
        return "Change '" + row.changeId() + "' is in state " + row.state()
                + " and no longer in this application, so no run does"
                + " anything with it; nothing was recorded.";
    }

    static String applied(StateRow row) {
        return "Change '" + row.changeId() + "' is in state " + row.state()
                + ", which needs no resolution; nothing was recorded. Only a change that does not count as executed can be"
                + " resolved.";
    }

    static String notThereAnyway(String change, StateRow row) {
        return "Change '" + change + "' " + (row == null ? "was never executed here" : "is in state " + row.state())
                + ", so the next run applies it anyway; nothing was recorded. Only that it is there, EXECUTED, can be said of it.";
    }

    static String noReason(String change, StateRow row) {
        return "Change '" + change + "' " + (row == null ? "was never executed here" : "is in state " + row.state())
                + " and has no issue. To record that it is there all the same, so that no run applies it, give a reason, for"
                + " the audit (quarkus.flamingock.fix.reason). Nothing was recorded.";
    }

    static String openMeanwhile(String change) {
        return "Change '" + change
                + "' was run meanwhile, and its outcome is open; nothing was recorded. Look there, and call fix"
                + " again.";
    }
}
