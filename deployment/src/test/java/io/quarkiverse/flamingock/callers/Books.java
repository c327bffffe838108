package io.quarkiverse.flamingock.callers;

import io.quarkiverse.flamingock.spi.ChangeCall;
import io.quarkiverse.flamingock.spi.ChangeTarget;
import io.quarkiverse.flamingock.spi.Claim;
import io.quarkiverse.flamingock.spi.Dependencies;
import io.quarkiverse.flamingock.spi.Markers;
import io.quarkiverse.flamingock.spi.Outcome;
import io.quarkiverse.flamingock.spi.Work;

/**
 * A target system of an application that writes with a service of the application.
 *
 * @param entries the service
 */
public record Books(Entries entries) implements ChangeTarget {

    @Override
    public String id() {
        return "books";
    }

    @Override
    public boolean transactional() {
        return false;
    }

    @Override
    public boolean supplies(Class<?> type, String name) {
        return false;
    }

    @Override
    public Markers fence(Claim claim, String service) {
        return Markers.NOT_KEPT;
    }

    @Override
    public Outcome execute(ChangeCall execution, Work work) {
        try {
            work.run(new Dependencies());
            entries.add(execution.changeId());
            return Outcome.APPLIED;
        } catch (Exception e) {
            return Outcome.partlyApplied(e);
        }
    }
}
