package io.quarkiverse.flamingock.runtime.mongodb;

import java.time.Duration;

/**
 * What a target system in MongoDB needs to know beside its client.
 *
 * @param prefix what the names of the extension's collections begin with; matches {@code [A-Za-z_][A-Za-z0-9_]{0,40}}
 * @param autoCreate whether collections of the extension that are missing are created
 * @param takeoverGrace how long to wait for a transaction of an older holder of the lock before it is ended
 * @param fenceTimeout how long to wait for it altogether
 */
public record MongoSettings(String prefix, boolean autoCreate, Duration takeoverGrace, Duration fenceTimeout) {

    /** As without any configuration. */
    public static final MongoSettings DEFAULT = new MongoSettings("flamingock_", true, Duration.ofSeconds(10),
            Duration.ofSeconds(90));

    /**
     * @throws io.quarkiverse.flamingock.FlamingockException when the prefix can't be part of a name
     */
    public MongoSettings {
        new CollectionNames(prefix);
    }
}
