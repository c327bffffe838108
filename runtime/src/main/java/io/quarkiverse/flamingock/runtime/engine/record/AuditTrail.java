package io.quarkiverse.flamingock.runtime.engine.record;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.quarkiverse.flamingock.error.AuditStoreUnavailableException;
import io.quarkiverse.flamingock.error.LockLostException;
import io.quarkiverse.flamingock.result.AuditEvent;
import io.quarkiverse.flamingock.runtime.engine.environment.Environment;
import io.quarkiverse.flamingock.runtime.engine.environment.RunLog;
import io.quarkiverse.flamingock.runtime.engine.lock.HeldLocks;
import io.quarkiverse.flamingock.runtime.engine.port.Ticker;
import io.quarkiverse.flamingock.runtime.engine.text.ErrorText;
import io.quarkiverse.flamingock.runtime.pipeline.PipelineSource;
import io.quarkiverse.flamingock.spi.AuditStore;
import io.quarkiverse.flamingock.spi.AuditWrite;
import io.quarkiverse.flamingock.spi.Lease;
import io.quarkiverse.flamingock.spi.Snapshot;
import io.quarkiverse.flamingock.spi.StateRow;

/**
 * Writes the events of one run, each after the one before. Finds out what became of a write whose answer was lost, and
 * whether another process has written meanwhile.
 */
public final class AuditTrail {

    private static final int QUICK_TRIES = 3;
    private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);

    private final AuditStore store;
    private final PipelineSource source;
    private final String service;
    private final HeldLocks held;
    private final Ticker ticker;
    private final RunLog log;
    private final ErrorText errors;
    /** How long a write that tells of something that took effect is tried again, while the locks are held. */
    private final Duration patience;
    private final Map<String, Long> lastSequences = new HashMap<>();
    private final HashChain chain;
    private long sequence;
    private String hash;

    /**
     * @param env the engine's surroundings
     * @param held the locks of all target systems that events are of; may be null where the trail is only settled
     * @param snapshot what the audit store knows, read under the locks
     */
    public AuditTrail(Environment env, HeldLocks held, Snapshot snapshot) {
        this.store = env.store();
        this.source = env.source();
        this.service = env.settings().service();
        this.held = held;
        this.ticker = env.ticker();
        this.log = env.log();
        this.errors = env.errors();
        this.patience = env.settings().lease();
        this.chain = new HashChain(env.settings().auditKey());
        this.sequence = snapshot.head().sequence();
        this.hash = snapshot.head().hash();
        snapshot.states().values().forEach(row -> lastSequences.put(row.changeId(), row.sequence()));
    }

    /**
     * @param events what to record, in order; their sequence is set here
     * @param settled what the head says from now on; may be null
     * @param afterEffect whether the events tell of something that already took effect: then it is tried again for the time
     *        of a lease, as long as the locks are held, else a few times only
     */
    public void write(List<AuditEvent> events, String settled, boolean afterEffect) {
        Duration pause = FIRST_PAUSE;
        long start = ticker.nanos();
        for (int attempt = 1;; attempt++) {
            List<AuditEvent> numbered = number(events);
            AuditStoreUnavailableException failure = null;
            try {
                if (store.write(new AuditWrite(service, sequence, leases(events), numbered, settled, hash(numbered)))) {
                    advance(numbered);
                    return;
                }
            } catch (AuditStoreUnavailableException e) {
                failure = e;
            }
            if (isWritten(numbered, failure)) {
                advance(numbered);
                return;
            }
            if (failure != null) {
                boolean hopeless = afterEffect
                        ? !held.held() || ticker.nanos() - start >= patience.toNanos()
                        : attempt >= QUICK_TRIES;
                if (hopeless) {
                    throw failure;
                }
                sleep(pause, failure);
                pause = pause.compareTo(LONGEST_PAUSE) >= 0 ? LONGEST_PAUSE : pause.multipliedBy(2);
            }
        }
    }

    ErrorText errors() {
        return errors;
    }

    /**
     * Moves the head without an event. Whether it succeeds decides only how much the next start reads.
     *
     * @param settled what the head says from now on; may be null
     */
    public void settle(String settled) {
        try {
            store.write(new AuditWrite(service, sequence, List.of(), List.of(), settled, hash));
        } catch (AuditStoreUnavailableException e) {
            log.warn(RecordMessages.notSettled(errors.brief(e)));
        }
    }

    /**
     * Reads what is there. Afterwards the sequence is the store's, so that the write can be tried again.
     */
    private boolean isWritten(List<AuditEvent> numbered, AuditStoreUnavailableException failure) {
        Snapshot snapshot;
        try {
            snapshot = store.snapshot(service);
        } catch (AuditStoreUnavailableException e) {
            if (failure == null) {
                throw e;
            }
            return false;
        }
        if (!numbered.isEmpty() && isThere(numbered.get(numbered.size() - 1), snapshot)) {
            return true;
        }
        if (failure == null && snapshot.head().sequence() == sequence) {
            throw new LockLostException(RecordMessages.writeRefused(targets(numbered)));
        }
        for (AuditEvent event : numbered) {
            StateRow row = snapshot.states().get(event.changeId());
            if ((row == null ? 0 : row.sequence()) != lastSequences.getOrDefault(event.changeId(), 0L)) {
                throw new LockLostException(RecordMessages.writeOvertaken(event.changeId(), row));
            }
        }
        sequence = snapshot.head().sequence();
        hash = snapshot.head().hash();
        return false;
    }

    private static boolean isThere(AuditEvent event, Snapshot snapshot) {
        StateRow row = snapshot.states().get(event.changeId());
        return row != null && row.sequence() == event.sequence() && row.state() == event.state()
                && row.token() == event.token() && row.attempt() == event.attempt();
    }

    private List<AuditEvent> number(List<AuditEvent> events) {
        List<AuditEvent> numbered = new ArrayList<>(events.size());
        String previous = hash;
        for (AuditEvent event : events) {
            AuditEvent chained = event.at(sequence + numbered.size() + 1, previous);
            numbered.add(chained);
            previous = chain.hash(chained);
        }
        return numbered;
    }

    private String hash(List<AuditEvent> numbered) {
        return chain.hash(numbered.get(numbered.size() - 1));
    }

    private void advance(List<AuditEvent> numbered) {
        sequence += numbered.size();
        hash = hash(numbered);
        numbered.forEach(event -> lastSequences.put(event.changeId(), event.sequence()));
    }

    private List<Lease> leases(List<AuditEvent> events) {
        return targets(events).stream().map(held::lease).toList();
    }

    /** Of a change over several systems all those that are held: none of them may have been taken over. */
    private Set<String> targets(List<AuditEvent> events) {
        Set<String> targets = new LinkedHashSet<>();
        Set<String> changes = new HashSet<>();
        events.forEach(event -> {
            targets.add(event.targetSystem());
            changes.add(event.changeId());
        });
        source.load().changes().stream().filter(change -> change.spans() && changes.contains(change.id()))
                .forEach(change -> change.also().stream().filter(held::holds).forEach(targets::add));
        return targets;
    }

    private void sleep(Duration pause, AuditStoreUnavailableException failure) {
        try {
            ticker.sleep(pause);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failure;
        }
    }
}
