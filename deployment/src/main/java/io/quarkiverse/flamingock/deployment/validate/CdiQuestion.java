package io.quarkiverse.flamingock.deployment.validate;

import io.quarkiverse.flamingock.deployment.scan.ScannedParameter;

/**
 * Asks CDI whether it can supply a parameter.
 */
@FunctionalInterface
public interface CdiQuestion {

    /**
     * @param parameter a parameter that CDI shall supply
     * @return the beans that match it
     */
    CdiAnswer ask(ScannedParameter parameter);
}
