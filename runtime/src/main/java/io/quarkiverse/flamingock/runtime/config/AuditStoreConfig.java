package io.quarkiverse.flamingock.runtime.config;

import java.util.Optional;

import io.quarkus.runtime.annotations.ConfigGroup;
import io.smallrye.config.WithDefault;

/**
 * The audit store.
 */
@ConfigGroup
public interface AuditStoreConfig {

    /**
     * A secret key for the hashes that chain the events, so that nobody without it can change events unnoticed. Set it
     * before the first start and keep it: events that were chained without it can't be told from forged ones. Where there
     * are some, say so with `hmac-key-since`.
     */
    Optional<String> hmacKey();

    /**
     * The sequence of the first event that was recorded with the key, where the key was set later than at the first start.
     * Events before may be chained without it, and whoever can change them can do so unnoticed; from this one on the audit
     * counts as broken where one is.
     */
    @WithDefault("1")
    long hmacKeySince();

    /**
     * The MongoDB database to record in. By default the one of the client, `quarkus.mongodb.database`.
     */
    Optional<String> database();
}
