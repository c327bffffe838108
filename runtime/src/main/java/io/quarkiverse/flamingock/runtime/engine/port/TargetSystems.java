package io.quarkiverse.flamingock.runtime.engine.port;

import io.quarkiverse.flamingock.spi.ChangeTarget;

/**
 * Finds target systems by id.
 */
@FunctionalInterface
public interface TargetSystems {

    /**
     * @param id an id that the pipeline names
     * @return the target system
     * @throws io.quarkiverse.flamingock.error.TargetSystemUnavailableException when it is inactive or missing, saying what to
     *         set
     */
    ChangeTarget get(String id);
}
