package io.quarkiverse.flamingock.runtime.engine.apply;

import java.util.Collection;
import java.util.List;

/**
 * What an operator is told about a run.
 */
final class ApplyMessages {

    private ApplyMessages() {
    }

    static String notRun(String error) {
        return "No change was looked at or applied, and the application starts without"
                + " (quarkus.flamingock.fail-on-audit-unavailable=false): " + error;
    }

    static String lockLostInTarget(String change, String target) {
        return "Change '" + change + "' was not applied by this instance: the lock on target system '" + target
                + "' was lost. The target system has seen a newer token, so another instance has taken over and settles what"
                + " became of the change; start again.";
    }

    static String unknownOutcome(String change, String target, boolean transactional) {
        return "It is not known whether change '" + change + "' took effect on target system '" + target
                + "'; its error says why. It stays in state STARTED; the next start "
                + (transactional ? "asks the target system for its marker." : "treats it as one that was interrupted.");
    }

    static String unknownRollback(String change, String target) {
        return "It is not known whether the rollback of change '" + change + "' took effect on target system '" + target
                + "'; its error says why. It stays in state ROLLBACK_STARTED; the next start treats it as one that was interrupted.";
    }

    static String nothingLeft() {
        return "Nothing of it is left in the target system.";
    }

    static String undoneInside(String target, List<String> outside, boolean conflict) {
        return "The transaction on target system '" + target
                + "' was undone. What the change may have done outside of it was not:"
                + "\n    - " + String.join("\n    - ", outside) + "\n  "
                + (conflict
                        ? "Another transaction was in its way, and it was not tried again by itself, so that nothing of"
                                + " this is done twice. "
                        : "")
                + "Look there first.";
    }

    static String blocked(Collection<String> changes) {
        return "Left out because of an issue or a failure before them on their target system"
                + " (quarkus.flamingock.on-issue=continue): " + String.join(", ", changes);
    }
}
