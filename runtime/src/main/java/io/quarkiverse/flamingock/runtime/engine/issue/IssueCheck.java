package io.quarkiverse.flamingock.runtime.engine.issue;

import java.util.List;

import io.quarkiverse.flamingock.error.UnresolvedIssueException;
import io.quarkiverse.flamingock.result.Issue;
import io.quarkiverse.flamingock.runtime.engine.environment.RunLog;
import io.quarkiverse.flamingock.runtime.engine.plan.Step;
import io.quarkiverse.flamingock.runtime.engine.settings.OnIssue;
import io.quarkiverse.flamingock.runtime.engine.settings.Settings;

/**
 * Reports changes that a person must settle, once per run.
 */
public final class IssueCheck {

    private final Settings settings;
    private final RunLog log;
    private boolean reported;

    /**
     * @param settings what to do about them
     * @param log where to report them
     */
    public IssueCheck(Settings settings, RunLog log) {
        this.settings = settings;
        this.log = log;
    }

    /**
     * @param steps the plan
     * @throws UnresolvedIssueException when there are any and the policy is to stop
     */
    public void check(List<Step> steps) {
        Guidance guidance = new Guidance(settings);
        List<Issue> issues = guidance.issues(steps);
        if (issues.isEmpty()) {
            return;
        }
        String message = guidance.report(issues);
        if (settings.onIssue() == OnIssue.STOP) {
            throw new UnresolvedIssueException(message);
        }
        if (!reported) {
            reported = true;
            log.error(message);
        }
    }
}
