package io.quarkiverse.flamingock.spi;

import java.util.List;

import io.quarkiverse.flamingock.result.AuditEvent;
import io.quarkiverse.flamingock.result.HistoryQuery;

/**
 * Where executions are recorded. Events are only ever appended; a write is all or nothing and durable when it returns.
 * <p>
 * Every method throws {@link io.quarkiverse.flamingock.error.AuditStoreUnavailableException} when the store can't answer.
 */
public interface AuditStore {

    /**
     * @return what an operator knows the store by, e.g. {@code datasource <default>}
     */
    String describe();

    /**
     * Asked after {@link #prepare()}.
     *
     * @return a random id, made together with the store and never changed: target systems remember which store gave their
     *         newest
     *         token. Null where the store can't keep one; then two stores that share a target system go unnoticed
     */
    default String id() {
        return null;
    }

    /**
     * @return the lock that is kept beside the store, so that a write and the leases it depends on are checked together; it
     *         is there as soon as the store is, and sends nothing to a server before it is used
     */
    LeaseLock lock();

    /**
     * What a start reads first, in one statement.
     *
     * @param service the application
     * @return the head; {@link Head#EMPTY} where there is none, or where the store was never prepared
     */
    Head head(String service);

    /**
     * Creates what the store and its lock need where it is missing; many processes may do so at once.
     */
    void prepare();

    /**
     * @param service the application
     * @return the head and all states, as of one moment; nothing where the store was never prepared
     */
    Snapshot snapshot(String service);

    /**
     * Records in one transaction, on a connection that takes no part in any transaction of a change. The texts of the events
     * are no longer than their {@link AuditField#length()} and can be stored as they are.
     *
     * @param write what to record
     * @return false, and nothing is written, when the head has moved on or one of the leases is no longer held
     */
    boolean write(AuditWrite write);

    /**
     * @param service the application
     * @param query which events
     * @return the events, the newest first
     */
    List<AuditEvent> history(String service, HistoryQuery query);

    /**
     * Reads the ledger from its beginning, page by page.
     *
     * @param service the application
     * @param after only events with a greater sequence
     * @param limit how many events at most; at least 1
     * @return the events, the oldest first
     */
    List<AuditEvent> events(String service, long after, int limit);
}
