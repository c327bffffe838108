package io.quarkiverse.flamingock.runtime.engine;

import io.quarkiverse.flamingock.runtime.engine.port.Background;
import io.quarkiverse.flamingock.runtime.engine.port.ProcessEnd;

/** The process of a world is asked to end where its test says so. */
record TestEnd(World world) implements ProcessEnd {

    @Override
    public Background.Task watch() {
        world.watchers++;
        return () -> world.watchers--;
    }

    @Override
    public boolean requested() {
        return world.endRequested;
    }

    @Override
    public boolean overdue() {
        return world.endOverdue;
    }
}
