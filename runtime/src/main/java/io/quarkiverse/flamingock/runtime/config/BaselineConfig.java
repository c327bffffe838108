package io.quarkiverse.flamingock.runtime.config;

import java.util.List;
import java.util.Optional;

import io.quarkus.runtime.annotations.ConfigGroup;

/**
 * A baseline.
 */
@ConfigGroup
public interface BaselineConfig {

    /**
     * The order of the last change that is there already. The baseline is done as soon as that change counts as executed:
     * what is merged in before it later is applied.
     */
    Optional<String> toOrder();

    /**
     * The ids of the changes that are there already.
     */
    Optional<List<String>> changeIds();

    /**
     * Why, for the audit.
     */
    Optional<String> reason();
}
