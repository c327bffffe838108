package io.quarkiverse.flamingock.runtime.engine.resolve;

import java.util.List;

import io.quarkiverse.flamingock.result.Resolution;
import io.quarkiverse.flamingock.runtime.engine.issue.Guidance;
import io.quarkiverse.flamingock.runtime.engine.plan.Proof;
import io.quarkiverse.flamingock.runtime.engine.plan.Step;
import io.quarkiverse.flamingock.runtime.engine.text.Listing;
import io.quarkiverse.flamingock.runtime.pipeline.ChangeDescriptor;

/**
 * What an operator is told about a baseline that is refused.
 *
 * @param guidance makes commands
 */
record BaselineMessages(Guidance guidance) {

    String unknownOrder(String order, List<ChangeDescriptor> changes) {
        return "A baseline up to order '" + order + "' is not possible: no change of this application has that order. "
                + (changes.isEmpty() ? "There are no changes."
                        : "Orders: " + Listing.some(changes.stream().map(ChangeDescriptor::order)
                                .toList()) + ".")
                + " Nothing was recorded.";
    }

    String unknownChanges(List<String> unknown, List<ChangeDescriptor> changes) {
        return "A baseline names what this application does not have: " + String.join(", ", unknown) + ". "
                + (changes.isEmpty() ? "There are no changes."
                        : "Its changes: " + Listing.some(changes.stream()
                                .map(ChangeDescriptor::id).toList()) + ".")
                + " Nothing was recorded.";
    }

    String open(Step step) {
        return refused(step) + "is in state " + step.state() + ", so " + (step.wasInterrupted()
                ? "an execution of it was interrupted and may have had an effect"
                : "it was run here and its outcome is open")
                + ". Look at " + step.change().places() + ", and record what you found; this applies nothing and exits:"
                + "\n  the change is there:      " + guidance.command(step.change().id(), Resolution.EXECUTED)
                + "\n  it is not, or you took it back: " + guidance.command(step.change().id(), Resolution.ROLLED_BACK)
                + "\nThen try again.";
    }

    String takenBack(Step step) {
        return refused(step) + "is in state " + step.state() + ": somebody has taken it back, or found that it is not there."
                + " Leave it out, so that the next run applies it; " + stated(step);
    }

    String contradicted(Step step, boolean probed) {
        boolean part = step.evidence().proof() == Proof.PARTLY_APPLIED;
        return refused(step) + "is " + (part ? "there in part" : "not there") + ", as its " + (probed ? "probe" : "marker")
                + " in " + step.change().places() + " says. " + (part ? "Look there, and complete it or take it back; "
                        : "Leave it out, so that the next run applies it; ")
                + stated(step);
    }

    private String stated(Step step) {
        return "or, if it is there, record that by itself, with the reason in the place of <why>:\n  "
                + guidance.command(step.change().id(), Resolution.EXECUTED, "<why>");
    }

    private static String refused(Step step) {
        return "The baseline was refused and nothing of it is recorded: change '" + step.change().id() + "' ";
    }
}
