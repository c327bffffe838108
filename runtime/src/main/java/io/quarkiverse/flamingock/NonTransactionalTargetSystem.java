package io.quarkiverse.flamingock;

import io.quarkiverse.flamingock.spi.ChangeCall;
import io.quarkiverse.flamingock.spi.Claim;
import io.quarkiverse.flamingock.spi.Dependencies;
import io.quarkiverse.flamingock.spi.ExtensibleTargetSystem;
import io.quarkiverse.flamingock.spi.Markers;
import io.quarkiverse.flamingock.spi.Outcome;
import io.quarkiverse.flamingock.spi.Work;

/**
 * A target system without transactions: a broker, an object store, an API, a directory. Its changes use the dependencies
 * and properties that are added here, and the application's own beans.
 * <p>
 * Nothing can prove what became of a change when the process dies in the middle: give it a {@link Rollback}, make it
 * repeatable and say so with {@link Recovery}, or expect to be asked.
 */
public final class NonTransactionalTargetSystem extends ExtensibleTargetSystem<NonTransactionalTargetSystem> {

    private NonTransactionalTargetSystem(String id) {
        super(id, new Dependencies());
    }

    /**
     * @param id the id that changes name it by
     * @return a target system without dependencies
     */
    public static NonTransactionalTargetSystem of(String id) {
        return new NonTransactionalTargetSystem(id);
    }

    @Override
    protected NonTransactionalTargetSystem self() {
        return this;
    }

    @Override
    public boolean transactional() {
        return false;
    }

    @Override
    public Markers fence(Claim claim, String service) {
        return Markers.NOT_KEPT;
    }

    @Override
    public Outcome execute(ChangeCall execution, Work work) {
        try {
            work.run(dependencies());
            return Outcome.APPLIED;
        } catch (Exception | LinkageError | AssertionError e) {
            // nothing is watched here
            return Outcome.nothingSent(e);
        }
    }
}
