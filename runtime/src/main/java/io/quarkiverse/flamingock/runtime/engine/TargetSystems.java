package io.quarkiverse.flamingock.runtime.engine;

import io.quarkiverse.flamingock.spi.TargetSystem;

/**
 * Finds target systems by id.
 */
@FunctionalInterface
public interface TargetSystems {

    /**
     * @param id an id that the pipeline names
     * @return the target system
     * @throws io.quarkiverse.flamingock.TargetSystemUnavailableException when it is inactive or missing, saying what to set
     */
    TargetSystem get(String id);
}
