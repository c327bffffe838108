package io.quarkiverse.flamingock.runtime.engine.issue;

import java.util.List;

import io.quarkiverse.flamingock.error.UnresolvedIssueException;
import io.quarkiverse.flamingock.result.Issue;
import io.quarkiverse.flamingock.runtime.engine.environment.RunLog;
import io.quarkiverse.flamingock.runtime.engine.environment.Stage;
import io.quarkiverse.flamingock.runtime.engine.plan.Step;
import io.quarkiverse.flamingock.runtime.engine.settings.OnIssue;
import io.quarkiverse.flamingock.runtime.engine.settings.Settings;

/**
 * Reports changes that a person must settle, once per run. One of them stops a start at its beginning, whatever its phase.
 */
public final class IssueCheck {

    private final Settings settings;
    private final RunLog log;
    private final Stage stage;
    private boolean reported;

    /**
     * @param settings what to do about them
     * @param log where to report them
     * @param stage where a start goes on without them, each is reported at the stage at which it would be applied
     */
    public IssueCheck(Settings settings, RunLog log, Stage stage) {
        this.settings = settings;
        this.log = log;
        this.stage = stage;
    }

    /**
     * @param steps the plan
     * @throws UnresolvedIssueException when there are any and the policy is to stop
     */
    public void check(List<Step> steps) {
        Guidance guidance = new Guidance(settings);
        boolean stop = settings.onIssue() == OnIssue.STOP;
        List<Issue> issues = guidance.issues(stop ? steps : steps.stream().filter(step -> stage.runs(step.change())).toList());
        if (issues.isEmpty()) {
            return;
        }
        String message = guidance.report(issues);
        if (stop) {
            throw new UnresolvedIssueException(message);
        }
        if (!reported) {
            reported = true;
            log.error(message);
        }
    }
}
