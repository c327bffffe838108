package io.quarkiverse.flamingock.runtime.engine.verify;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.quarkiverse.flamingock.result.AuditEvent;
import io.quarkiverse.flamingock.result.BrokenEvent;
import io.quarkiverse.flamingock.result.VerifyResult;
import io.quarkiverse.flamingock.runtime.engine.environment.Environment;
import io.quarkiverse.flamingock.runtime.engine.plan.Planner;
import io.quarkiverse.flamingock.runtime.engine.record.HashChain;
import io.quarkiverse.flamingock.spi.AuditStore;
import io.quarkiverse.flamingock.spi.Snapshot;

/**
 * Reads the whole ledger and follows the chain of hashes from the first event to the head, as of the moment at which the head
 * is read; then looks whether the states are those of the events.
 */
public final class Verification {

    private static final int PAGE = 1000;

    private final Environment env;
    private final AuditStore store;
    private final String service;
    private final HashChain chain;
    private final Map<String, AuditEvent> lastOf = new HashMap<>();
    private AuditEvent previous;
    private long withoutKey;
    private boolean keyed;

    /**
     * @param env the engine's surroundings
     */
    public Verification(Environment env) {
        this.env = env;
        this.store = env.store();
        this.service = env.settings().service();
        this.chain = new HashChain(env.settings().auditKey());
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
        if (last == null) {
            last = beyond(end);
        }
        return result(last == null ? new StateCheck(lastOf).check(snapshot, new Planner(env.source(), env.settings()),
                env.settledMark()) : last);
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
        if (chain.isKeyed() && !HashChain.isKeyed(recorded) && sequence() >= env.settings().keyedSince()) {
            return broken(unkeyed());
        }
        if (!chain.fits(previous, recorded)) {
            return broken("does not match its hash, which is recorded in " + where + ": one of the two was changed");
        }
        keyed |= HashChain.isKeyed(recorded);
        withoutKey += HashChain.isKeyed(recorded) ? 0 : 1;
        return null;
    }

    /** Events that were added, or a head that was set back; unless somebody has just recorded more. */
    private BrokenEvent beyond(long end) {
        List<AuditEvent> added = store.events(service, end, 1);
        return added.isEmpty() || store.head(service).sequence() >= added.get(0).sequence() ? null
                : broken(added.get(0).sequence(), added.get(0).changeId(),
                        "is there, but the head of the service names event " + end
                                + " as the last: one of the two was changed");
    }

    /** What was recorded before a key was set can't be told from what was forged since, unless it is said until when. */
    private String unkeyed() {
        long first = firstWithKey();
        return "was hashed without the key, although quarkus.flamingock.audit-store.hmac-key is set, so that anybody may have"
                + " written it. If a key was set only after it was recorded, set"
                + " quarkus.flamingock.audit-store.hmac-key-since to the sequence of the first event that was recorded with it; "
                + (first == 0 ? "there is none until now, so that the next one will be " + (store.head(service).sequence() + 1)
                        : "the first that says to be is " + first);
    }

    /** The first event after the previous one whose hash says that it was made with a key; 0 where there is none. */
    private long firstWithKey() {
        long from = sequence();
        while (true) {
            List<AuditEvent> page = store.events(service, from, PAGE);
            for (AuditEvent event : page) {
                if (event.previousHash() != null && HashChain.isKeyed(event.previousHash())) {
                    return event.sequence() - 1;
                }
                from = event.sequence();
            }
            if (page.isEmpty()) {
                String last = store.head(service).hash();
                return last != null && HashChain.isKeyed(last) ? from : 0;
            }
        }
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
