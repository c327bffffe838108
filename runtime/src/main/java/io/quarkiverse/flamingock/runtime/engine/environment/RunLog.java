package io.quarkiverse.flamingock.runtime.engine.environment;

import java.time.Duration;
import java.util.List;
import java.util.Locale;

import org.jboss.logging.Logger;

import io.quarkiverse.flamingock.result.ApplyResult;
import io.quarkiverse.flamingock.result.BaselineResult;
import io.quarkiverse.flamingock.result.ChangeState;
import io.quarkiverse.flamingock.runtime.engine.port.Platform;
import io.quarkiverse.flamingock.runtime.engine.port.Ticker;
import io.quarkiverse.flamingock.runtime.engine.text.ErrorText;
import io.quarkiverse.flamingock.runtime.engine.text.Listing;

/**
 * What a run tells the log: one line per change, a summary, and signs of life while something takes long.
 */
public final class RunLog {

    private static final Logger LOG = Logger.getLogger("io.quarkiverse.flamingock");
    private static final Duration WAIT_NOTICE = Duration.ofSeconds(10);

    private final Ticker ticker;
    private final Platform platform;
    private volatile String running;
    private volatile long runningSince;
    private long lastNotice;
    private boolean waiting;

    /**
     * @param platform the process
     */
    public RunLog(Platform platform) {
        this.ticker = platform.ticker();
        this.platform = platform;
    }

    /**
     * @param changes the ids of executed changes whose recorded checksums were made in another way
     */
    public void incomparable(List<String> changes) {
        LOG.infof("The checksums of %d executed changes were recorded by another version of the extension and can't be compared"
                + " with those of today's code, so edits of them since then are not noticed: %s", changes.size(),
                String.join(", ", changes));
    }

    /**
     * @param changes how many changes there are
     */
    public void nothingPending(int changes) {
        LOG.infof("Flamingock: nothing pending, %s up to date", changes == 1 ? "1 change is" : changes + " changes are");
    }

    /**
     * @param changes the ids of changes that a later stage of the same start is for
     */
    public void following(List<String> changes) {
        LOG.infof("Flamingock: %s of phase APPLICATION, for the end of the start, after the StartupEvent observers: %s",
                changes.size() == 1 ? "1 change is" : changes.size() + " changes are", Listing.some(changes));
    }

    /**
     * @param change the id of a change that begins
     * @param target the id of its target system
     */
    public void started(String change, String target) {
        running = change;
        runningSince = ticker.nanos();
        LOG.debugf("Applying change %s to %s", change, target);
    }

    /**
     * @param change the id of a change that was applied
     * @param target the id of its target system
     * @param duration how long that took
     */
    public void applied(String change, String target, Duration duration) {
        running = null;
        LOG.infof("Applied change %s to %s in %d ms", change, target, duration.toMillis());
    }

    /**
     * @param change the id of a change that failed
     * @param target the id of its target system
     * @param state the state that it is in now
     */
    public void failed(String change, String target, String state) {
        running = null;
        LOG.errorf("Change %s failed on %s: %s", change, target, state);
    }

    /**
     * @param change the id of a change whose outcome was open
     * @param target the id of its target system
     * @param state the state it was left in; null where nothing is recorded
     * @param by what settles it
     * @param outcome what it was proven to be
     */
    public void resolved(String change, String target, ChangeState state, String by, String outcome) {
        LOG.infof("Change %s on %s %s; its %s proves that it was %s", change, target,
                state == null ? "has no record" : "was left in state " + state,
                by.toLowerCase(Locale.ROOT), outcome);
    }

    /**
     * @param change the id of a change
     * @param target the id of its target system
     * @param state the state it was left in
     */
    public void retried(String change, String target, ChangeState state) {
        LOG.infof("Change %s on %s is applied again after state %s (ALWAYS_RETRY)", change, target,
                state);
    }

    /**
     * @param change the id of a change whose transaction was undone by an error that may not last: another transaction was in
     *        its way, or, in
     *        MongoDB, the connection was lost
     * @param target the id of its target system
     * @param attempt the number of that execution
     * @param error what it met
     */
    public void conflict(String change, String target, int attempt, Throwable error) {
        LOG.warnf("The transaction of change %s on %s was undone, and as its error may not last, it is tried again"
                + " (attempt %d): %s", change, target, attempt + 1, brief(error));
    }

    /**
     * @param change the id of a change
     * @param target the id of its target system
     * @param error what its probe threw, or null
     */
    public void probeFailed(String change, String target, Throwable error) {
        LOG.warnf("The probe of change %s on %s could not tell whether it was applied: %s", change, target,
                error == null ? "it returned null" : brief(error));
    }

    /**
     * @param change the id of a change over several systems, which is recorded as applied
     * @param target the id of the first of them
     * @param error what another one has met after its commit
     */
    public void committedBefore(String change, String target, Throwable error) {
        LOG.errorf("The transaction of change %s on %s had committed, when another target system of it met an error. The change"
                + " counts as applied; look there: %s", change, target, brief(error));
    }

    /**
     * @param change the id of a change that waits
     * @param target the id of its target system
     * @param lease for how long
     */
    public void waitingAfterTakeover(String change, String target, Duration lease) {
        LOG.infof("Waiting %d s before change %s is looked at: the instance before held the lock on target system %s until its"
                + " end, and what it sent last may still take effect", lease.toSeconds(), change, target);
    }

    /**
     * @param target the id of a target system
     * @param seen the token that it has seen
     * @param token the token that it gets now
     */
    public void tokenRaised(String target, long seen, long token) {
        LOG.warnf("Target system %s has seen token %d, which its lock has lost: the audit store was reset or restored from a"
                + " backup. Tokens go on from %d", target, seen, token);
    }

    /**
     * @param result what a baseline recorded
     */
    public void baseline(BaselineResult result) {
        int changes = result.executed().size();
        LOG.infof("Baseline: %s recorded as executed without running %s: %s",
                changes == 1 ? "1 change is" : changes + " changes are", changes == 1 ? "it" : "them",
                String.join(", ", result.executed()));
    }

    /**
     * @param result what a run did
     */
    public void summary(ApplyResult result) {
        int changes = result.applied().size();
        LOG.infof("Flamingock applied %s in %d ms (execution %s)", changes == 1 ? "1 change" : changes + " changes",
                result.duration().toMillis(), result.executionId());
    }

    /**
     * @param text any warning
     */
    public void warn(String text) {
        LOG.warn(text);
    }

    /**
     * @param text any error
     */
    public void error(String text) {
        LOG.error(text);
    }

    /** A sign of life, where a change is running. */
    public void stillRunning() {
        String change = running;
        long seconds = (ticker.nanos() - runningSince) / 1_000_000_000L;
        // One that has just begun is no news.
        if (change != null && seconds > 0) {
            LOG.infof("Change %s is still running (%d s)", change, seconds);
        }
    }

    /**
     * @param target the id of a target system whose lock somebody else holds
     * @param others whether that may be another call in this process
     */
    public void waitingForLock(String target, boolean others) {
        long now = ticker.nanos();
        if (!waiting || now - lastNotice >= WAIT_NOTICE.toNanos()) {
            waiting = true;
            lastNotice = now;
            LOG.infof("Waiting for another instance%s that holds the lock on target system %s",
                    others ? ", or another call in this one," : "", target);
        }
    }

    /**
     * @param target the id of a target system
     * @param e what its lock met
     */
    public void renewalFailed(String target, RuntimeException e) {
        LOG.warnf("The lock on target system %s could not be renewed, trying again: %s", target, brief(e));
    }

    /**
     * @param target the id of a target system
     * @param e what its lock met
     */
    public void releaseFailed(String target, RuntimeException e) {
        LOG.warnf("The lock on target system %s could not be released and will run out by itself: %s", target,
                brief(e));
    }

    private String brief(Throwable error) {
        return new ErrorText(platform.redactors()).brief(error);
    }
}
