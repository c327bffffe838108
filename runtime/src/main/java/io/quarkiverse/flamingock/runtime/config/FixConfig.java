package io.quarkiverse.flamingock.runtime.config;

import java.util.Optional;

import io.quarkiverse.flamingock.result.Resolution;
import io.quarkus.runtime.annotations.ConfigGroup;

/**
 * A resolution given at start. The application records it and exits without applying anything.
 */
@ConfigGroup
public interface FixConfig {

    /**
     * The id of the change to resolve.
     */
    Optional<String> changeId();

    /**
     * What was found in the target system: `EXECUTED` or `ROLLED_BACK`. It must be given with `change-id`: nobody else knows.
     */
    Optional<Resolution> resolution();

    /**
     * Why, for the audit.
     */
    Optional<String> reason();
}
