package io.quarkiverse.flamingock.runtime.engine.lock;

import java.util.function.Supplier;

import io.quarkiverse.flamingock.error.TargetSystemUnavailableException;
import io.quarkiverse.flamingock.runtime.engine.connect.ConnectWait;
import io.quarkiverse.flamingock.runtime.engine.environment.Environment;
import io.quarkiverse.flamingock.spi.ChangeTarget;
import io.quarkiverse.flamingock.spi.Claim;
import io.quarkiverse.flamingock.spi.Lease;
import io.quarkiverse.flamingock.spi.Markers;
import io.quarkiverse.flamingock.spi.NewerTokenException;

/**
 * Raises the fences of target systems: afterwards nothing that an old owner does can take effect there.
 *
 * @param env the engine's surroundings
 * @param held the locks of the target systems
 */
public record Fences(Environment env, HeldLocks held) {

    /**
     * Raises the fence of a target system. One that has seen newer tokens than the lock, which was reset or restored, is
     * caught up with as long as the lock is held.
     *
     * @param target the id of a target system whose lock is held
     * @return its markers, as no old owner can change them any more
     */
    public Markers raise(String target) {
        ChangeTarget system = env.targets().get(target);
        try {
            return fence(system, target);
        } catch (NewerTokenException e) {
            held.raise(target, e);
            return fence(system, target);
        }
    }

    /**
     * Ends what an interrupted execution of a change may still be doing, or waits for it.
     *
     * @param target the id of a target system of the change, whose fence is raised
     * @param changeId the id of the change
     */
    public void endInterrupted(String target, String changeId) {
        ChangeTarget system = env.targets().get(target);
        waiting(() -> {
            system.endInterrupted(claim(target), env.settings().service(), changeId, env.platform().end()::requested);
            return null;
        });
    }

    private Markers fence(ChangeTarget system, String target) {
        Supplier<Markers> fence = () -> system.fence(claim(target), env.settings().service(),
                env.platform().end()::requested);
        return waiting(() -> {
            try {
                return fence.get();
            } catch (TargetSystemUnavailableException e) {
                return new ConnectWait(env).of(e, fence);
            }
        });
    }

    private <T> T waiting(Supplier<T> wait) {
        try {
            return wait.get();
        } catch (TargetSystemUnavailableException e) {
            if (env.platform().end().requested()) {
                env.ended(e.getMessage());
            }
            throw e;
        }
    }

    private Claim claim(String target) {
        Lease lease = held.lease(target);
        return new Claim(env.store().id(), env.settings().policies().replacesAuditStore(), lease.owner(), lease.token());
    }
}
