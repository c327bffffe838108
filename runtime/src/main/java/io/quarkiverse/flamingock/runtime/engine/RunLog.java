package io.quarkiverse.flamingock.runtime.engine;

import java.time.Duration;

import org.jboss.logging.Logger;

import io.quarkiverse.flamingock.ApplyResult;

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
        LOG.infof("Change %s on %s was interrupted in state %s; its marker proves that it was %s", step.change().id(),
                step.target(), step.state(), outcome);
    }

    void retried(Step step) {
        LOG.infof("Change %s on %s is applied again after state %s (ALWAYS_RETRY)", step.change().id(), step.target(),
                step.state());
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
