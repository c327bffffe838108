package io.quarkiverse.flamingock.runtime.engine;

import java.util.function.BooleanSupplier;

import io.quarkiverse.flamingock.spi.ChangeCall;
import io.quarkiverse.flamingock.spi.ChangeTarget;
import io.quarkiverse.flamingock.spi.Claim;
import io.quarkiverse.flamingock.spi.Markers;
import io.quarkiverse.flamingock.spi.Outcome;
import io.quarkiverse.flamingock.spi.Work;

/**
 * A target system that stands before another one, for tests to override.
 */
public class DelegatingTarget implements ChangeTarget {

    private final ChangeTarget target;

    public DelegatingTarget(ChangeTarget target) {
        this.target = target;
    }

    @Override
    public String id() {
        return target.id();
    }

    @Override
    public boolean transactional() {
        return target.transactional();
    }

    @Override
    public boolean supplies(Class<?> type, String name) {
        return target.supplies(type, name);
    }

    @Override
    public Markers fence(Claim claim, String service) {
        return target.fence(claim, service);
    }

    @Override
    public Markers fence(Claim claim, String service, BooleanSupplier ended) {
        return target.fence(claim, service, ended);
    }

    @Override
    public Outcome execute(ChangeCall execution, Work work) {
        return target.execute(execution, work);
    }
}
