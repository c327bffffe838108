package io.quarkiverse.flamingock.test.members;

import io.quarkiverse.flamingock.Apply;

/** Its method can be overridden in another package, but not called from there. */
public abstract class Unreachable {

    @Apply
    protected void apply() {
        // out of reach
    }
}
