package io.quarkiverse.flamingock.runtime.engine;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

import io.quarkiverse.flamingock.ChangeContext;
import io.quarkiverse.flamingock.RecoveryStrategy;
import io.quarkiverse.flamingock.result.ApplyResult;
import io.quarkiverse.flamingock.runtime.engine.port.Background;
import io.quarkiverse.flamingock.runtime.engine.port.CallerTransaction;
import io.quarkiverse.flamingock.runtime.engine.port.Identity;
import io.quarkiverse.flamingock.runtime.engine.port.Platform;
import io.quarkiverse.flamingock.runtime.engine.port.ProcessEnd;
import io.quarkiverse.flamingock.runtime.engine.port.Ticker;
import io.quarkiverse.flamingock.runtime.engine.settings.OnInactive;
import io.quarkiverse.flamingock.runtime.engine.settings.OnIssue;
import io.quarkiverse.flamingock.runtime.engine.settings.OnModified;
import io.quarkiverse.flamingock.runtime.engine.settings.OnOutOfOrder;
import io.quarkiverse.flamingock.runtime.engine.settings.Settings;
import io.quarkiverse.flamingock.runtime.pipeline.Argument;
import io.quarkiverse.flamingock.runtime.pipeline.ArgumentSource;
import io.quarkiverse.flamingock.runtime.pipeline.ChangeCode;
import io.quarkiverse.flamingock.runtime.pipeline.ChangeDescriptor;
import io.quarkiverse.flamingock.runtime.pipeline.ChangeMethod;
import io.quarkiverse.flamingock.runtime.pipeline.Pipeline;
import io.quarkiverse.flamingock.spi.AuditStore;
import io.quarkiverse.flamingock.spi.ChangeTarget;
import io.quarkiverse.flamingock.spi.Failpoints;
import io.quarkiverse.flamingock.spi.LeaseLock;
import io.quarkiverse.flamingock.spi.Supply;

/**
 * Instances of an application that start at the same moment, with the real engine and real time.
 */
public final class ManyInstances {

    /** How many changes the application has. */
    public static final int CHANGES = 12;

    private static final Background.Task NOTHING = () -> {
    };

    /**
     * What one instance uses.
     *
     * @param target the target system of all changes
     * @param store where it records
     * @param lock the lock beside the store
     * @param effect what each change does
     */
    public record Instance(ChangeTarget target, AuditStore store, LeaseLock lock, Effect effect) {
    }

    /** What a change does. */
    public interface Effect {

        /**
         * @param supply what the target system offers
         * @param context which change it is
         */
        void of(Supply supply, ChangeContext context) throws Exception;
    }

    private ManyInstances() {
    }

    /**
     * @param instances what each uses
     * @return what each has done
     */
    public static List<ApplyResult> startAll(List<Instance> instances) throws Exception {
        CyclicBarrier start = new CyclicBarrier(instances.size());
        ExecutorService threads = Executors.newFixedThreadPool(instances.size());
        try {
            List<Future<ApplyResult>> running = new ArrayList<>();
            for (Instance instance : instances) {
                Engine engine = engine(instance);
                running.add(threads.submit(() -> {
                    start.await();
                    return engine.apply();
                }));
            }
            List<ApplyResult> results = new ArrayList<>();
            for (Future<ApplyResult> instance : running) {
                results.add(instance.get(2, TimeUnit.MINUTES));
            }
            return results;
        } finally {
            threads.shutdownNow();
        }
    }

    private static Engine engine(Instance instance) {
        List<ChangeDescriptor> changes = new ArrayList<>();
        for (int i = 0; i < CHANGES; i++) {
            String id = String.format("%02d", i);
            changes.add(new ChangeDescriptor(id, id, "team", "", "com.acme._" + id, "db", true,
                    RecoveryStrategy.MANUAL_INTERVENTION, "v1", false, false, index -> new Code(instance.effect()), 0));
        }
        return new Engine(new Pipeline(changes, List.of(), null, "fingerprint"),
                new Settings("default",
                        new Settings.Policies(OnIssue.STOP, OnModified.WARN, OnOutOfOrder.WARN, OnInactive.FAIL, true, false,
                                null),
                        Duration.ofSeconds(30), new Settings.Limits(5, 3, 0, Duration.ofSeconds(120)), null, 1, () -> "%s",
                        null),
                () -> new Identity("bob", "host", "1", "1"), instance.store(),
                instance.lock(), id -> instance.target(), new TestInvoker(),
                new Platform(new Time(), (period, task) -> NOTHING, () -> UUID.randomUUID().toString(), new NoEnd(),
                        CallerTransaction.NONE,
                        Failpoints.NONE, List::of));
    }

    private record Code(Effect effect) implements ChangeCode {

        @Override
        public List<Argument> arguments() {
            return List.of();
        }

        @Override
        public Object call(ChangeMethod method, ArgumentSource arguments) throws Exception {
            TestArguments given = (TestArguments) arguments;
            arguments.begin();
            effect.of(given.supply(), given.context());
            return null;
        }
    }

    private static final class NoEnd implements ProcessEnd {

        @Override
        public Background.Task watch() {
            return NOTHING;
        }

        @Override
        public boolean requested() {
            return false;
        }

        @Override
        public boolean overdue() {
            return false;
        }
    }

    private static final class Time implements Ticker {

        @Override
        public long nanos() {
            return System.nanoTime();
        }

        @Override
        public void sleep(Duration duration) throws InterruptedException {
            TimeUnit.NANOSECONDS.sleep(duration.toNanos());
        }
    }
}
