package io.quarkiverse.flamingock.runtime.engine.port;

/**
 * Whether the process is asked to end, as by SIGTERM: a run then waits no longer and begins no other change.
 */
public interface ProcessEnd {

    /**
     * Watches for such a request from now on; also lets {@link Ticker#sleep} end early.
     *
     * @return ends it
     */
    Background.Task watch();

    /**
     * @return whether one came while it was watched for
     */
    boolean requested();
}
