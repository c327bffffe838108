package io.quarkiverse.flamingock.runtime.engine;

import java.time.Duration;
import java.util.Locale;

import org.jboss.logging.Logger;

import io.quarkiverse.flamingock.result.ApplyResult;

/**
 * What a run tells the log: one line per change, a summary, and signs of life while something takes long.
 */
final class RunLog {

    private static final Logger LOG = Logger.getLogger("io.quarkiverse.flamingock");
    private static final Duration WAIT_NOTICE = Duration.ofSeconds(10);

    private final Ticker ticker;
    private volatile String running;
    private volatile long runningSince;
    private long lastNotice;
    private boolean waiting;

    RunLog(Ticker ticker) {
        this.ticker = ticker;
    }

    void nothingPending(int changes) {
        LOG.infof("Flamingock: nothing pending, %d changes are up to date", changes);
    }

    void started(Step step) {
        running = step.change().id();
        runningSince = ticker.nanos();
        LOG.debugf("Applying change %s to %s", step.change().id(), step.target());
    }

    void applied(Step step, Duration duration) {
        running = null;
        LOG.infof("Applied change %s to %s in %d ms", step.change().id(), step.target(), duration.toMillis());
    }

    void failed(Step step, String state) {
        running = null;
        LOG.errorf("Change %s failed on %s: %s", step.change().id(), step.target(), state);
    }

    void resolved(Step step, String outcome) {
        LOG.infof("Change %s on %s %s; its %s proves that it was %s", step.change().id(), step.target(),
                step.state() == null ? "has no record" : "was left in state " + step.state(),
                step.evidence().by().toLowerCase(Locale.ROOT), outcome);
    }

    void retried(Step step) {
        LOG.infof("Change %s on %s is applied again after state %s (ALWAYS_RETRY)", step.change().id(), step.target(),
                step.state());
    }

    void conflict(Step step, int attempt, Throwable error) {
        LOG.warnf("Change %s on %s was undone because another transaction was in its way, and is tried again (attempt %d): %s",
                step.change().id(), step.target(), attempt + 1, ErrorText.brief(error));
    }

    void probeFailed(Step step, Throwable error) {
        LOG.warnf("The probe of change %s on %s could not tell whether it was applied: %s", step.change().id(), step.target(),
                error == null ? "it returned null" : ErrorText.brief(error));
    }

    void waitingAfterTakeover(Step step, Duration lease) {
        LOG.infof("Waiting %d s before change %s is looked at: the instance before held the lock on target system %s until its"
                + " end, and what it sent last may still take effect", lease.toSeconds(), step.change().id(), step.target());
    }

    void tokenRaised(String target, long seen, long token) {
        LOG.warnf("Target system %s has seen token %d, which its lock has lost: the audit store was reset or restored from a"
                + " backup. Tokens go on from %d", target, seen, token);
    }

    void summary(ApplyResult result) {
        LOG.infof("Flamingock applied %d changes in %d ms (execution %s)", result.applied().size(),
                result.duration().toMillis(), result.executionId());
    }

    void warn(String text) {
        LOG.warn(text);
    }

    void error(String text) {
        LOG.error(text);
    }

    void stillRunning() {
        String change = running;
        if (change != null) {
            LOG.infof("Change %s is still running (%d s)", change, (ticker.nanos() - runningSince) / 1_000_000_000L);
        }
    }

    void waitingForLock(String target) {
        long now = ticker.nanos();
        if (!waiting || now - lastNotice >= WAIT_NOTICE.toNanos()) {
            waiting = true;
            lastNotice = now;
            LOG.infof("Waiting for another instance that holds the lock on target system %s", target);
        }
    }

    void renewalFailed(String target, RuntimeException e) {
        LOG.warnf("The lock on target system %s could not be renewed, trying again: %s", target, ErrorText.brief(e));
    }

    void releaseFailed(String target, RuntimeException e) {
        LOG.warnf("The lock on target system %s could not be released and will run out by itself: %s", target,
                ErrorText.brief(e));
    }
}
