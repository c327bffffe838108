package io.quarkiverse.flamingock.runtime.engine;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

import io.quarkiverse.flamingock.ChangeContext;
import io.quarkiverse.flamingock.ProbeResult;
import io.quarkiverse.flamingock.RecoveryStrategy;
import io.quarkiverse.flamingock.result.AuditEvent;
import io.quarkiverse.flamingock.runtime.engine.port.Background;
import io.quarkiverse.flamingock.runtime.engine.port.CallerTransaction;
import io.quarkiverse.flamingock.runtime.engine.port.Identity;
import io.quarkiverse.flamingock.runtime.engine.port.Platform;
import io.quarkiverse.flamingock.runtime.engine.settings.OnInactive;
import io.quarkiverse.flamingock.runtime.engine.settings.OnIssue;
import io.quarkiverse.flamingock.runtime.engine.settings.OnModified;
import io.quarkiverse.flamingock.runtime.engine.settings.OnOutOfOrder;
import io.quarkiverse.flamingock.runtime.engine.settings.Settings;
import io.quarkiverse.flamingock.runtime.pipeline.ChangeDescriptor;
import io.quarkiverse.flamingock.runtime.pipeline.Pipeline;
import io.quarkiverse.flamingock.runtime.pipeline.TargetDescriptor;
import io.quarkiverse.flamingock.spi.AuditStore;
import io.quarkiverse.flamingock.spi.ChangeTarget;
import io.quarkiverse.flamingock.spi.Failpoints;
import io.quarkiverse.flamingock.spi.Failpoints.Phase;
import io.quarkiverse.flamingock.spi.LeaseLock;
import io.quarkiverse.flamingock.spi.Outcome;
import io.quarkiverse.flamingock.spi.Redactor;
import io.quarkiverse.flamingock.test.memory.Effects;
import io.quarkiverse.flamingock.test.memory.InMemoryAuditStore;
import io.quarkiverse.flamingock.test.memory.InMemoryLeaseLock;
import io.quarkiverse.flamingock.test.memory.InMemoryStore;
import io.quarkiverse.flamingock.test.memory.InMemoryTargetSystem;
import io.quarkiverse.flamingock.test.memory.TestClock;

/**
 * An application with its systems in memory: a transactional {@code db}, {@code files} without transactions, and
 * {@code h2}, which commits in the middle where a change uses DDL. Its processes share the store and the targets.
 */
public final class World {

    /** The code of a change. */
    public interface Code {
        void run(Effects effects, ChangeContext context) throws Exception;
    }

    public static final String SERVICE = "shop";
    public static final Duration LEASE = Duration.ofSeconds(30);

    public final TestClock clock = new TestClock();
    public final InMemoryStore store = new InMemoryStore(clock);
    public final InMemoryTargetSystem db = InMemoryTargetSystem.transactional("db");
    public final InMemoryTargetSystem files = InMemoryTargetSystem.nonTransactional("files");
    public final InMemoryTargetSystem h2 = InMemoryTargetSystem.transactional("h2").commitsImplicitly();
    public final List<Duration> sleeps = new ArrayList<>();
    public final List<Runnable> renewals = new ArrayList<>();
    public Runnable whileSleeping = () -> {
    };
    public OnIssue onIssue = OnIssue.STOP;
    public OnModified onModified = OnModified.WARN;
    public OnOutOfOrder onOutOfOrder = OnOutOfOrder.WARN;
    public OnInactive onInactive = OnInactive.FAIL;
    public int connectRetries;
    /** Why target systems can't be used at this start, by their ids. */
    public final Map<String, String> inactive = new HashMap<>();
    /** Puts something before the store. */
    public UnaryOperator<AuditStore> stores = store -> store;
    public boolean failOnAuditUnavailable = true;
    public boolean newHistory;
    public String replacesAuditStore;
    public String auditKey;
    public Settings.Baseline baseline;
    public long keyedSince = 1;
    public int conflictRetries = 3;
    public CallerTransaction caller = CallerTransaction.NONE;
    /** Puts something before the lock. */
    public UnaryOperator<LeaseLock> locks = lock -> lock;
    public Failpoints failpoints = Failpoints.NONE;
    public List<Redactor> redactors = List.of();
    public boolean endRequested;
    public boolean endOverdue;
    public int watchers;
    /** Target systems that are beans of the application. */
    public final Set<String> beans = new HashSet<>(Set.of("db", "files", "h2"));

    private final TreeMap<String, ChangeDescriptor> changes = new TreeMap<>();
    private final Map<String, ChangeTarget> targets = new HashMap<>(Map.of("db", db, "files", files, "h2", h2));
    private int runs;

    /** A change with an order like its id. */
    public World change(String id, String target, Code apply) {
        return change(id, target, true, RecoveryStrategy.MANUAL_INTERVENTION, apply, null);
    }

    public World change(String id, String target, boolean transactional, RecoveryStrategy recovery, Code apply, Code rollback) {
        return put(id, id, target, transactional, recovery, "v1", apply, rollback);
    }

    public World put(String id, String order, String target, boolean transactional, RecoveryStrategy recovery, String checksum,
            Code apply, Code rollback) {
        changes.put(id, new ChangeDescriptor(id, order, "team", "", "com.acme." + id, target, transactional, recovery, checksum,
                rollback != null, false, index -> new TestCode(id, apply, rollback, null, null, List.of()), 0));
        return this;
    }

    /** Gives a change that is there a probe. */
    public World probe(String id, Supplier<ProbeResult> probe) {
        return code(id, true, code -> code.with(probe));
    }

    /** Lets the instance or an argument of a change that is there fail, as long as an error is given. */
    public World unprepared(String id, Supplier<Exception> error) {
        return code(id, changes.get(id).probe(), code -> code.unprepared(error));
    }

    /** Lets a change that is there have effects outside of its transaction. */
    public World outside(String id, String... effects) {
        return code(id, changes.get(id).probe(), code -> code.outside(List.of(effects)));
    }

    /** Puts a change that is there into phase APPLICATION. */
    public World late(String id) {
        return put(id, io.quarkiverse.flamingock.Phase.APPLICATION, changes.get(id).probe(), code -> code);
    }

    private World code(String id, boolean probe, UnaryOperator<TestCode> changed) {
        return put(id, changes.get(id).phase(), probe, changed);
    }

    private World put(String id, io.quarkiverse.flamingock.Phase phase, boolean probe, UnaryOperator<TestCode> changed) {
        ChangeDescriptor c = changes.get(id);
        changes.put(id, new ChangeDescriptor(c.id(), c.order(), c.author(), c.description(), c.source(), c.targetSystem(),
                List.of(), phase, c.transactional(), c.recovery(), c.checksum(), c.rollback(), probe,
                index -> changed.apply((TestCode) c.code()), 0));
        return this;
    }

    /** Lets a target system judge otherwise of changes that fail there without a transaction. */
    public void judging(String id, Outcome.Kind kind) {
        judging(id, kind, kind);
    }

    /** The same, with another word for rollback methods and probes: for all calls but the first one of each run. */
    public void judging(String id, Outcome.Kind kind, Outcome.Kind then) {
        targets.computeIfPresent(id, (key, target) -> new JudgingTarget(target, kind, then, new AtomicInteger()));
    }

    public void put(ChangeDescriptor change) {
        changes.put(change.id(), change);
    }

    /** Puts a target system in the place of another one. */
    public void target(ChangeTarget target) {
        targets.put(target.id(), target);
    }

    /** Takes a target system out of the application. */
    public void removeTarget(String id) {
        targets.remove(id);
    }

    public World remove(String id) {
        changes.remove(id);
        return this;
    }

    /** The process dies at a phase: nothing more is written, and its locks stay until their leases are over. */
    public void killAt(Phase phase, String id) {
        failpoints = (reached, changeId) -> {
            if (reached == phase && id.equals(changeId)) {
                failpoints = Failpoints.NONE;
                store.down(true);
                throw new Killed();
            }
        };
        try {
            engine().apply();
            throw new AssertionError("phase " + phase + " of " + id + " was not reached");
        } catch (Killed e) {
            store.down(false);
            clock.advance(LEASE.plusSeconds(1));
        }
    }

    /** As good as dead. */
    private static final class Killed extends Error {
        private static final long serialVersionUID = 1;
    }

    public Engine engine() {
        return engine(store);
    }

    public Engine engine(InMemoryStore lockStore) {
        Settings settings = new Settings(SERVICE,
                new Settings.Policies(onIssue, onModified, onOutOfOrder, onInactive, failOnAuditUnavailable, newHistory,
                        replacesAuditStore),
                LEASE,
                new Settings.Limits(5, conflictRetries, connectRetries, Duration.ofSeconds(120)), auditKey, keyedSince,
                () -> "java %s -jar quarkus-run.jar", baseline);
        return new Engine(new Pipeline(sorted(), targets.keySet().stream()
                .map(id -> new TargetDescriptor(id, beans.contains(id) ? TargetDescriptor.Kind.BEAN : "memory", null)).toList(),
                null, fingerprint()), settings,
                () -> new Identity("bob", "pod-1", "1.0", "r1"), stores.apply(new InMemoryAuditStore(store)),
                locks.apply(new InMemoryLeaseLock(lockStore)),
                new WorldTargets(targets, inactive), new TestInvoker(),
                new Platform(new ClockTicker(this), this::every, () -> "run-" + ++runs, new TestEnd(this), caller, failpoints,
                        () -> redactors));
    }

    private List<ChangeDescriptor> sorted() {
        return changes.values().stream().sorted(Comparator.comparing(ChangeDescriptor::phase)
                .thenComparing(ChangeDescriptor::order)).toList();
    }

    /** That of the pipeline as it is now. */
    public String fingerprint() {
        StringBuilder fingerprint = new StringBuilder();
        sorted().forEach(c -> fingerprint.append(c.id()).append(c.order()).append(c.checksum()).append(c.targetSystem()));
        return fingerprint.toString();
    }

    public List<AuditEvent> events() {
        return store.events(SERVICE);
    }

    /** The history as short lines, e.g. {@code a STARTED 1}: change, state, attempt. */
    public List<String> trail() {
        return events().stream().map(e -> e.changeId() + " " + e.state() + " " + e.attempt()
                + (e.settlement() == null ? "" : " by " + e.settlement().by())).toList();
    }

    private Background.Task every(Duration period, Runnable task) {
        renewals.add(task);
        return () -> renewals.remove(task);
    }

}
