package io.quarkiverse.flamingock.runtime.engine.apply;

import java.util.Collection;
import java.util.List;

import io.quarkiverse.flamingock.result.ChangeState;
import io.quarkiverse.flamingock.runtime.pipeline.ChangeDescriptor;

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

    static String lockLostInTarget(ChangeDescriptor change) {
        return "Change '" + change.id() + "' was not " + (change.spans() ? "completed" : "applied")
                + " by this instance: the lock on target system '" + change.targetSystem()
                + "' was lost. The target system has seen a newer token, so another instance has taken over and settles what"
                + " became of the change; start again."
                + (change.spans() ? " What it had done in the other systems that it names may be there." : "");
    }

    static String unknownOutcome(ChangeDescriptor change, boolean transactional) {
        return "It is not known whether change '" + change.id() + "' took effect on " + change.places()
                + "; its error says why. It stays in state STARTED; the next start "
                + (transactional ? "asks the target system for its marker." : "treats it as one that was interrupted.");
    }

    static String otherMarker(ChangeDescriptor change, ChangeState recorded, String error) {
        return error
                + ". Unless somebody has changed the marker by hand, something answers reads with what is no longer so, such"
                + " as a replica, a proxy that sends reads elsewhere than writes, or a server that was restored. This attempt had"
                + " no effect in its transaction; the change is recorded as " + recorded + "."
                + (change.outsideEffects().isEmpty() ? ""
                        : " What this attempt may have done outside of its transaction was not undone:\n    - "
                                + String.join("\n    - ", change.outsideEffects()) + "\n ")
                + " Let target system '" + change.targetSystem() + "' reach the primary itself, then start again.";
    }

    static String unknownRollback(ChangeDescriptor change) {
        return "It is not known whether the rollback of change '" + change.id() + "' took effect on " + change.places()
                + "; its error says why. It stays in state ROLLBACK_STARTED; the next start treats it as one that was interrupted.";
    }

    static String transactionUndone(String target) {
        return "The transaction on target system '" + target + "' was undone.";
    }

    static String noEffect(ChangeDescriptor change) {
        return "Nothing that it sent to " + change.places() + " had an effect.";
    }

    static String probed() {
        return "Its probe says that nothing of it is there.";
    }

    static String rollbackReturned() {
        return "Its rollback method returned.";
    }

    /** Of a change over several systems, whose first one has undone its transaction. */
    static String undoneAndTakenBack(String target, boolean conflict) {
        return transactionUndone(target) + " " + rollbackReturned() + (conflict
                ? " Its error may not last, as where another transaction was in the way, but it was not tried again by itself,"
                        + " so that nothing is done twice in the other systems that it names."
                : "");
    }

    static String undoneInside(String target, List<String> outside, boolean conflict) {
        return transactionUndone(target) + " What the change may have done outside of it was not:"
                + "\n    - " + String.join("\n    - ", outside) + "\n  "
                + (conflict
                        ? "Its error may not last, as where another transaction was in the way, but it was not tried again"
                                + " by itself, so that nothing of this is done twice. "
                        : "")
                + "Look there first.";
    }

    /** @param inactive whether something before them was left out because a target system of it is not active */
    static String blocked(Collection<String> changes, boolean inactive) {
        return "Left out because of " + (inactive ? "a change that was left out, " : "")
                + "an issue or a failure before them on their target system"
                + " (quarkus.flamingock.on-issue=continue"
                + (inactive ? ", quarkus.flamingock.on-inactive=skip" : "") + "): " + String.join(", ", changes);
    }
}
