package io.quarkiverse.flamingock.runtime.config;

import java.time.Duration;

import io.quarkus.runtime.annotations.ConfigGroup;
import io.smallrye.config.WithDefault;

/**
 * The lock on target systems.
 */
@ConfigGroup
public interface LockConfig {

    /**
     * How long a lock outlives a holder that died, between a second and a day. It is renewed every third of this time.
     */
    @WithDefault("30S")
    Duration lease();

    /**
     * How long to wait for a transaction that the holder before has left in a target system, before it is ended.
     */
    @WithDefault("10S")
    Duration takeoverGrace();
}
