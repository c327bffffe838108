package io.quarkiverse.flamingock.runtime.engine.verify;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.quarkiverse.flamingock.result.AuditEvent;
import io.quarkiverse.flamingock.result.BrokenEvent;
import io.quarkiverse.flamingock.result.VerifyResult;
import io.quarkiverse.flamingock.runtime.engine.record.HashChain;
import io.quarkiverse.flamingock.runtime.engine.settings.Settings;
import io.quarkiverse.flamingock.spi.AuditStore;
import io.quarkiverse.flamingock.spi.Snapshot;
import io.quarkiverse.flamingock.spi.StateRow;

/**
 * Reads the whole ledger and follows the chain of hashes from the first event to the head, as of the moment at which the head
 * is read; then looks whether the states are those of the events.
 */
public final class Verification {

    private static final int PAGE = 1000;

    private final AuditStore store;
    private final String service;
    private final HashChain chain;
    private final Map<String, AuditEvent> lastOf = new HashMap<>();
    private AuditEvent previous;
    private long withoutKey;
    private boolean keyed;

    /**
     * @param store the audit store
     * @param settings of which service, and its key
     */
    public Verification(AuditStore store, Settings settings) {
        this.store = store;
        this.service = settings.service();
        this.chain = new HashChain(settings.auditKey());
    }

    /**
     * @return how much is intact
     */
    public VerifyResult verify() {
        Snapshot snapshot = store.snapshot(service);
        long end = snapshot.head().sequence();
        while (sequence() < end) {
            List<AuditEvent> page = store.events(service, sequence(), PAGE);
            for (AuditEvent event : page) {
                BrokenEvent broken = event.sequence() > end ? null : follow(event);
                if (broken != null) {
                    return result(broken);
                }
                if (event.sequence() >= end) {
                    break;
                }
            }
            if (page.isEmpty()) {
                return result(missing(sequence() + 1));
            }
        }
        BrokenEvent last = previous == null ? null : link(snapshot.head().hash(), "the head of the service");
        return result(last == null ? states(snapshot) : last);
    }

    private BrokenEvent follow(AuditEvent event) {
        if (event.sequence() != sequence() + 1) {
            return missing(sequence() + 1);
        }
        BrokenEvent broken = previous == null
                ? event.previousHash() == null ? null
                        : broken(event.sequence(), event.changeId(), "names the hash of an event before it, but is the first")
                : link(event.previousHash(), "event " + event.sequence());
        previous = event;
        lastOf.put(event.changeId(), event);
        return broken;
    }

    /** Whether a hash that was recorded later is that of the previous event. */
    private BrokenEvent link(String recorded, String where) {
        if (recorded == null) {
            return broken("has no hash in " + where + ": that was removed");
        }
        if (HashChain.isKeyed(recorded) && !chain.isKeyed()) {
            return broken("was hashed with a key: set quarkus.flamingock.audit-store.hmac-key to verify it");
        }
        if (keyed && !HashChain.isKeyed(recorded)) {
            return broken("was hashed without the key although events before it were hashed with it");
        }
        if (!chain.fits(previous, recorded)) {
            return broken("does not match its hash, which is recorded in " + where + ": one of the two was changed");
        }
        keyed |= HashChain.isKeyed(recorded);
        withoutKey += HashChain.isKeyed(recorded) ? 0 : 1;
        return null;
    }

    private BrokenEvent states(Snapshot snapshot) {
        for (Map.Entry<String, AuditEvent> entry : lastOf.entrySet()) {
            AuditEvent event = entry.getValue();
            StateRow row = snapshot.states().get(entry.getKey());
            if (row == null || row.sequence() != event.sequence() || row.state() != event.state()
                    || row.token() != event.token() || row.attempt() != event.attempt()) {
                return broken(event.sequence(), event.changeId(),
                        "is the last of its change, but the state of the change is not that of the event: the state was changed");
            }
        }
        for (StateRow row : snapshot.states().values()) {
            if (!lastOf.containsKey(row.changeId())) {
                return broken(row.sequence(), row.changeId(), "is missing: only the state of its change is there");
            }
        }
        return null;
    }

    private long sequence() {
        return previous == null ? 0 : previous.sequence();
    }

    private VerifyResult result(BrokenEvent broken) {
        return new VerifyResult(broken == null ? sequence() : Math.max(0, broken.sequence() - 1), withoutKey, broken);
    }

    private BrokenEvent broken(String problem) {
        return broken(previous.sequence(), previous.changeId(), problem);
    }

    private static BrokenEvent missing(long sequence) {
        return broken(sequence, null, "is missing");
    }

    private static BrokenEvent broken(long sequence, String changeId, String problem) {
        return new BrokenEvent(sequence, changeId,
                "Event " + sequence + (changeId == null ? " " : " of change '" + changeId + "' ") + problem);
    }
}
