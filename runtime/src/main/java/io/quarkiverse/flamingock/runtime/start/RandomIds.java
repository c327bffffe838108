package io.quarkiverse.flamingock.runtime.start;

import java.util.UUID;

import io.quarkiverse.flamingock.runtime.engine.port.Ids;

/**
 * Random ids.
 */
final class RandomIds implements Ids {

    @Override
    public String next() {
        return UUID.randomUUID().toString();
    }
}
