package io.quarkiverse.flamingock.runtime.engine.port;

/**
 * What the engine needs of the process that it runs in.
 *
 * @param background runs something beside the run
 * @param ids makes ids of runs
 * @param end whether the process is asked to end
 */
public record Platform(Background background, Ids ids, ProcessEnd end) {
}
