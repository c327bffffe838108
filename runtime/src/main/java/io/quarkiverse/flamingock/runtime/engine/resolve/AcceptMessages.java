package io.quarkiverse.flamingock.runtime.engine.resolve;

import java.util.List;

import io.quarkiverse.flamingock.runtime.engine.plan.Step;

/**
 * What an operator is told about an edit that can't be accepted.
 */
final class AcceptMessages {

    private AcceptMessages() {
    }

    static String noReason(String changeId) {
        return "The edit of change '" + changeId + "' was not accepted: that needs a reason, for the audit"
                + " (quarkus.flamingock.accept.reason). Nothing was recorded.";
    }

    static String notEdited(Step step) {
        String id = "Change '" + step.change().id() + "' ";
        return (step.state() == null ? id + "was never executed, so that no edit of it needs to be accepted: the next run"
                + " applies it as it is in the code now."
                : !step.state().isApplied() ? id + "is in state " + step.state() + " and does not count as executed, so that no"
                        + " edit of it needs to be accepted: what is applied next is the code of today."
                        : id + "does not differ from what is recorded of it.")
                + " Nothing was recorded.";
    }

    static String unknown(String changeId, List<String> edited) {
        return "This application has no change '" + changeId + "', so no edit of it can be accepted. "
                + (edited.isEmpty() ? "No executed change differs from the code."
                        : "Executed changes that differ from the code: " + String.join(", ", edited) + ".")
                + " Nothing was recorded.";
    }
}
