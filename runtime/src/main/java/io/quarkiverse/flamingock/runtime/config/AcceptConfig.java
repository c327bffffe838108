package io.quarkiverse.flamingock.runtime.config;

import java.util.Optional;

import io.quarkus.runtime.annotations.ConfigGroup;

/**
 * An edit that is accepted at start. The application records it and exits without applying anything.
 */
@ConfigGroup
public interface AcceptConfig {

    /**
     * The id of the executed change that differs from the code.
     */
    Optional<String> changeId();

    /**
     * Why that is right, for the audit. It must be given.
     */
    Optional<String> reason();
}
