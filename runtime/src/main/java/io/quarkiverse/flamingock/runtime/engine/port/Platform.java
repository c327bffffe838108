package io.quarkiverse.flamingock.runtime.engine.port;

import java.util.List;
import java.util.function.Supplier;

import io.quarkiverse.flamingock.spi.Failpoints;
import io.quarkiverse.flamingock.spi.Redactor;

/**
 * What the engine needs of the process that it runs in.
 *
 * @param ticker its own time
 * @param background runs something beside the run
 * @param ids makes ids of runs
 * @param end whether the process is asked to end
 * @param caller the transaction of who calls
 * @param failpoints told at each phase
 * @param redactors take out of the texts of errors what only the application knows to be secret; asked for when there is one
 */
public record Platform(Ticker ticker, Background background, Ids ids, ProcessEnd end, CallerTransaction caller,
        Failpoints failpoints, Supplier<List<Redactor>> redactors) {
}
