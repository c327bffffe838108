package io.quarkiverse.flamingock.runtime.engine;

import java.util.concurrent.atomic.AtomicInteger;

import io.quarkiverse.flamingock.spi.ChangeCall;
import io.quarkiverse.flamingock.spi.ChangeTarget;
import io.quarkiverse.flamingock.spi.Claim;
import io.quarkiverse.flamingock.spi.Markers;
import io.quarkiverse.flamingock.spi.Outcome;
import io.quarkiverse.flamingock.spi.Supply;
import io.quarkiverse.flamingock.spi.Work;

/** Says of code that fails what a target system can say that watches it. */
record JudgingTarget(ChangeTarget target, Outcome.Kind kind, Outcome.Kind then, AtomicInteger calls) implements ChangeTarget {

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
    public Outcome execute(ChangeCall execution, Work work) {
        Outcome outcome = target.execute(execution, supply -> work.run(watching(supply)));
        Outcome.Kind judged = calls.getAndIncrement() == 0 ? kind : then;
        return outcome.kind() == Outcome.Kind.PARTLY_APPLIED ? new Outcome(judged, outcome.error()) : outcome;
    }

    private Supply watching(Supply supply) {
        return new Supply() {
            @Override
            public Object find(Class<?> type, String name) {
                return supply.find(type, name);
            }

            @Override
            public boolean watches(Class<?> type, String name) {
                return kind == Outcome.Kind.REFUSED;
            }
        };
    }
}
