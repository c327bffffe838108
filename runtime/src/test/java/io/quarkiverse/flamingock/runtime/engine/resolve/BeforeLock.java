package io.quarkiverse.flamingock.runtime.engine.resolve;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

import io.quarkiverse.flamingock.runtime.engine.DelegatingLock;
import io.quarkiverse.flamingock.runtime.engine.World;
import io.quarkiverse.flamingock.spi.Lease;

/**
 * Somebody else is faster.
 */
final class BeforeLock {

    private BeforeLock() {
    }

    /** What others do after an engine has looked without the lock, and before it gets that. */
    static void once(World world, Runnable others) {
        AtomicReference<Runnable> next = new AtomicReference<>(others);
        world.locks = lock -> new DelegatingLock(lock) {
            @Override
            public Optional<Lease> tryAcquire(String name, String owner, Duration lease) {
                Runnable now = next.getAndSet(null);
                if (now != null) {
                    now.run();
                }
                return super.tryAcquire(name, owner, lease);
            }
        };
    }
}
