package io.quarkiverse.flamingock.runtime.start;

import java.time.Duration;
import java.util.List;

import io.quarkiverse.flamingock.Flamingock;
import io.quarkiverse.flamingock.error.BaselineRefusedException;
import io.quarkiverse.flamingock.error.NothingToAcceptException;
import io.quarkiverse.flamingock.error.NothingToFixException;
import io.quarkiverse.flamingock.result.AcceptResult;
import io.quarkiverse.flamingock.result.ApplyResult;
import io.quarkiverse.flamingock.result.AuditEvent;
import io.quarkiverse.flamingock.result.BaselineResult;
import io.quarkiverse.flamingock.result.BaselineScope;
import io.quarkiverse.flamingock.result.FixResult;
import io.quarkiverse.flamingock.result.HistoryQuery;
import io.quarkiverse.flamingock.result.Issue;
import io.quarkiverse.flamingock.result.Plan;
import io.quarkiverse.flamingock.result.RebuildResult;
import io.quarkiverse.flamingock.result.Resolution;
import io.quarkiverse.flamingock.result.Status;
import io.quarkiverse.flamingock.result.VerifyResult;

/**
 * The facade of an application without changes, which needs no audit store.
 */
final class NoChanges implements Flamingock {

    private final String why;

    /**
     * @param why why there are none, to begin a message with
     */
    NoChanges(String why) {
        this.why = why;
    }

    @Override
    public Plan plan() {
        return new Plan(List.of(), List.of());
    }

    @Override
    public Status status() {
        return new Status(0, List.of(), List.of());
    }

    @Override
    public ApplyResult apply() {
        return new ApplyResult(null, List.of(), List.of(), 0, List.of(), Duration.ZERO);
    }

    @Override
    public List<Issue> issues() {
        return List.of();
    }

    @Override
    public List<AuditEvent> history(HistoryQuery query) {
        return List.of();
    }

    @Override
    public VerifyResult verify() {
        return new VerifyResult(0, 0, null);
    }

    @Override
    public RebuildResult rebuild() {
        return new RebuildResult(List.of(), List.of());
    }

    @Override
    public FixResult fix(String changeId, Resolution resolution, String reason) {
        throw new NothingToFixException(why + ", so there is nothing to resolve");
    }

    @Override
    public BaselineResult baseline(BaselineScope scope, String reason) {
        throw new BaselineRefusedException(why + ", so there is nothing to record as executed");
    }

    @Override
    public AcceptResult accept(String changeId, String reason) {
        throw new NothingToAcceptException(why + ", so there is no edit to accept");
    }
}
