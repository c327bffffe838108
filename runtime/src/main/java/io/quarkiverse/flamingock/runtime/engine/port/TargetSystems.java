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

    /**
     * @param id any id of a target system
     * @return why it can't be used at this start, and what to set, where that is because its datasource or client is not
     *         active; null where it is active, or not part of the application
     */
    default String whyInactive(String id) {
        return null;
    }
}
