package io.quarkiverse.flamingock.runtime.engine.port;

import io.quarkiverse.flamingock.spi.Failpoints;

/**
 * What the engine needs of the process that it runs in.
 *
 * @param ticker its own time
 * @param background runs something beside the run
 * @param ids makes ids of runs
 * @param end whether the process is asked to end
 * @param caller the transaction of who calls
 * @param failpoints told at each phase
 */
public record Platform(Ticker ticker, Background background, Ids ids, ProcessEnd end, CallerTransaction caller,
        Failpoints failpoints) {
}
