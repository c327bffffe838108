package io.quarkiverse.flamingock.runtime.engine.issue;

import java.util.List;

import io.quarkiverse.flamingock.RecoveryStrategy;
import io.quarkiverse.flamingock.result.ChangeState;
import io.quarkiverse.flamingock.result.Issue;
import io.quarkiverse.flamingock.result.Resolution;
import io.quarkiverse.flamingock.runtime.engine.plan.Decision;
import io.quarkiverse.flamingock.runtime.engine.plan.Step;
import io.quarkiverse.flamingock.runtime.engine.settings.OnIssue;
import io.quarkiverse.flamingock.runtime.engine.settings.Settings;
import io.quarkiverse.flamingock.runtime.engine.text.SystemProperty;
import io.quarkiverse.flamingock.runtime.pipeline.ChangeDescriptor;

/**
 * Tells an operator what happened to a change and what to do, with commands that work as they stand.
 *
 * @param settings holds how the application is started
 */
public record Guidance(Settings settings) {

    /**
     * @param steps a plan
     * @return those of its changes that a person must settle
     */
    public List<Issue> issues(List<Step> steps) {
        return steps.stream().filter(step -> step.decision() == Decision.STOP).map(this::issue).toList();
    }

    private Issue issue(Step step) {
        ChangeDescriptor change = step.change();
        return new Issue(change.id(), step.state(), change.targetSystem(), change.source(), change.recovery(), error(step),
                steps(change, step.wasInterrupted()));
    }

    String report(List<Issue> issues) {
        StringBuilder text = new StringBuilder();
        text.append("ISSUES FOUND (").append(issues.size()).append(settings.onIssue() == OnIssue.STOP
                ? "): nothing is applied until a person has settled them."
                : "): they and all later changes of their target systems are left out until a person has settled them.");
        for (Issue issue : issues) {
            text.append("\n\n").append(headline(issue.changeId(), issue.state(), issue.targetSystem(), issue.source()))
                    .append("\n  Error: ").append(indent(issue.error()))
                    .append('\n').append(issue.guidance());
        }
        return text.toString();
    }

    /**
     * @param change a change that has failed
     * @param state the state that it is in now
     * @param error its error as recorded
     * @param undone what is known where it was taken back
     * @return what happened and what to do
     */
    public String failure(ChangeDescriptor change, ChangeState state, String error, String undone) {
        StringBuilder text = new StringBuilder("A change failed.\n\n")
                .append(headline(change.id(), state, change.targetSystem(), change.source()))
                .append("\n  Error: ").append(indent(error)).append('\n');
        if (state == ChangeState.EXECUTION_FAILED && change.rollback()) {
            text.append("  Its rollback method was not called, because nothing shows that the change had an effect.\n");
        }
        if (state == ChangeState.ROLLED_BACK) {
            text.append("  ").append(undone)
                    .append(" Correct the change, or what it needs, and start again: it will be applied")
                    .append(" then.");
        } else if (change.recovery() == RecoveryStrategy.ALWAYS_RETRY) {
            text.append("  Effects may remain in the target system. Its strategy is ALWAYS_RETRY: the next start applies it")
                    .append(" again.");
        } else {
            text.append(steps(change, false));
        }
        return text.toString();
    }

    /** A statement that a process sent just before its end may take effect when somebody has looked already. */
    private String steps(ChangeDescriptor change, boolean interrupted) {
        return (change.isRemoved() ? "  It is no longer in the application, so no strategy says what to do with it. What to do:"
                : "  Its strategy is " + change.recovery() + ". What to do:")
                + "\n  1. Look at " + change.places() + " and find out what the change did there."
                + (interrupted ? " What it had sent last may take effect a little later." : "")
                + "\n  2. Record what you found; this applies nothing and exits:"
                + "\n     the change is there:      " + command(change.id(), Resolution.EXECUTED)
                + "\n     it is not, or you took it back: " + command(change.id(), Resolution.ROLLED_BACK)
                + "\n  3. Start the application again. "
                + (change.isRemoved() ? "Nothing of this change is applied."
                        : "After ROLLED_BACK the change is applied again.");
    }

    /**
     * @param changeId the id of a change
     * @param resolution what was found
     * @return the command that records it
     */
    public String command(String changeId, Resolution resolution) {
        return settings.command(properties(changeId, resolution));
    }

    /**
     * @param changeId the id of a change
     * @param resolution what was found
     * @param reason why, for the audit
     * @return the command that records it
     */
    public String command(String changeId, Resolution resolution, String reason) {
        return settings.command(properties(changeId, resolution) + " "
                + SystemProperty.argument("quarkus.flamingock.fix.reason", reason));
    }

    private static String properties(String changeId, Resolution resolution) {
        return SystemProperty.argument("quarkus.flamingock.fix.change-id", changeId) + " "
                + SystemProperty.argument("quarkus.flamingock.fix.resolution", resolution.name());
    }

    private static String headline(String id, ChangeState state, String target, String source) {
        return "  Change '" + id + "' is in state " + state + " on target system '" + target + "' (" + source + ")";
    }

    private String error(Step step) {
        String recorded = step.last().error() == null ? "none recorded" : step.last().error();
        return switch (step.state()) {
            case STARTED -> "none recorded: the process ended while the change was running" + exhausted(step);
            case ROLLBACK_STARTED -> "ROLLBACK_INTERRUPTED: the process ended while the rollback of the change was running"
                    + exhausted(step) + ". Before, the change had failed: " + recorded;
            default -> recorded;
        };
    }

    private String exhausted(Step step) {
        return step.interruptions() < settings.limits().interruptedAttempts() ? ""
                : ". That has happened " + step.interruptions() + " times in a row"
                        + " (quarkus.flamingock.max-interrupted-attempts=" + settings.limits().interruptedAttempts()
                        + "), so the change is not tried again by itself: find out what ends the process";
    }

    private static String indent(String text) {
        return text.replace("\n", "\n    ");
    }
}
