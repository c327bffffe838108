package io.quarkiverse.flamingock.spanning;

import java.util.concurrent.ConcurrentHashMap;

import jakarta.enterprise.inject.Produces;

import io.quarkiverse.flamingock.NonTransactionalTargetSystem;
import io.quarkiverse.flamingock.spi.ChangeTarget;
import io.smallrye.common.annotation.Identifier;

/** What a change puts there stays there. */
public final class Cache extends ConcurrentHashMap<String, String> {

    private static final long serialVersionUID = 1;
    static final Cache CACHE = new Cache();

    /** Makes a target system of it. */
    public static final class Producer {

        @Produces
        @Identifier("cache")
        ChangeTarget cache() {
            return NonTransactionalTargetSystem.of("cache").addDependency(CACHE);
        }
    }
}
