package io.quarkiverse.flamingock.runtime.engine.port;

/**
 * Whether the process, or the application in it, is asked to end, as by SIGTERM: a run then waits no longer and begins no
 * other change. What it is just doing is waited for, but not for ever.
 */
public interface ProcessEnd {

    /**
     * Watches for such a request from now on, and lets the end wait; also lets {@link Ticker#sleep} end early.
     *
     * @return ends it
     */
    Background.Task watch();

    /**
     * @return whether one came while it was watched for
     */
    boolean requested();

    /**
     * @return whether the end waits no longer: connections and beans may be closed under what is still running, so that what
     *         it meets from then on says nothing about it
     */
    boolean overdue();
}
