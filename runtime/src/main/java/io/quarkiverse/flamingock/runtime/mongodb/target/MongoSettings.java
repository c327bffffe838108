package io.quarkiverse.flamingock.runtime.mongodb.target;

import java.time.Duration;

import io.quarkiverse.flamingock.runtime.mongodb.server.CollectionNames;

/**
 * What a target system in MongoDB needs to know beside its client.
 *
 * @param prefix what the names of the extension's collections begin with; matches {@code [A-Za-z_][A-Za-z0-9_]{0,40}}
 * @param takeoverGrace how long to wait for a transaction of an older holder of the lock before it is ended
 * @param fenceTimeout how long to wait for it after that
 * @param autoCreate whether to create the extension's collections where they are missing
 */
public record MongoSettings(String prefix, Duration takeoverGrace, Duration fenceTimeout, boolean autoCreate) {

    /** As without any configuration. A transaction ends by itself after a minute, unless the server is set otherwise. */
    public static final MongoSettings DEFAULT = new MongoSettings("flamingock_", Duration.ofSeconds(10),
            Duration.ofSeconds(75), true);

    /**
     * @throws io.quarkiverse.flamingock.error.FlamingockException when the prefix can't be part of a name
     */
    public MongoSettings {
        new CollectionNames(prefix);
    }
}
