package io.quarkiverse.flamingock.runtime.engine;

import io.quarkiverse.flamingock.ChangeContext;
import io.quarkiverse.flamingock.runtime.pipeline.Invocation;
import io.quarkiverse.flamingock.spi.Supply;

/**
 * Gathers the arguments of a change's method and calls it.
 */
@FunctionalInterface
public interface ChangeInvoker {

    /**
     * @param invocation the method
     * @param supply what the target system offers
     * @param context the running execution
     * @throws Exception whatever the method throws
     */
    void invoke(Invocation invocation, Supply supply, ChangeContext context) throws Exception;
}
