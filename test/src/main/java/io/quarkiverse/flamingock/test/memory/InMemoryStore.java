package io.quarkiverse.flamingock.test.memory;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

import io.quarkiverse.flamingock.error.AuditStoreUnavailableException;
import io.quarkiverse.flamingock.result.AuditEvent;
import io.quarkiverse.flamingock.spi.Head;
import io.quarkiverse.flamingock.spi.Lease;
import io.quarkiverse.flamingock.spi.StateRow;

/**
 * The tables that an audit store and its lock share, and the faults that tests order. Guarded by itself.
 */
public final class InMemoryStore {

    record Lock(String owner, String previousOwner, long token, Instant expiresAt) {
    }

    static final class Service {
        Head head = Head.EMPTY;
        final Map<String, StateRow> states = new LinkedHashMap<>();
        final List<AuditEvent> events = new ArrayList<>();
    }

    final TestClock clock;
    final Map<String, Service> services = new HashMap<>();
    final Map<String, Lock> locks = new HashMap<>();
    boolean prepared;

    private int reads;
    private int writes;
    private int failingWrites;
    final LostAnswers lostAnswers = new LostAnswers("the audit store");
    final LostAnswers lostLocks = new LostAnswers("the lock");
    private int delayedLocks;
    private Duration delay = Duration.ZERO;
    private Runnable meanwhile = () -> {
    };
    private Runnable beforeHeld = () -> {
    };
    private boolean readOnly;
    private boolean down;

    /**
     * @param clock the clock of the store
     */
    public InMemoryStore(TestClock clock) {
        this.clock = clock;
    }

    /**
     * @param count how many of the next writes fail with nothing written
     */
    public synchronized void failNextWrites(int count) {
        failingWrites = count;
    }

    /**
     * @param count how many of the next writes are stored but answered by an error
     */
    public synchronized void loseNextAnswers(int count) {
        lostAnswers.order(count);
    }

    /**
     * @param count how many of the next acquisitions of a lock are answered by an error
     */
    public synchronized void loseNextLocks(int count) {
        lostLocks.order(count);
    }

    /**
     * @param count how many of the next acquisitions and renewals of a lock are answered late
     * @param delay how late; the lease counts from before
     */
    public synchronized void delayNextLocks(int count, Duration delay) {
        delayNextLocks(count, delay, () -> {
        });
    }

    /**
     * @param meanwhile what others do before the first of these answers
     */
    public synchronized void delayNextLocks(int count, Duration delay, Runnable meanwhile) {
        delayedLocks = count;
        this.delay = delay;
        this.meanwhile = meanwhile;
    }

    void delayIfOrdered() {
        if (delayedLocks > 0) {
            delayedLocks--;
            clock.advance(delay);
            Runnable others = meanwhile;
            meanwhile = () -> {
            };
            others.run();
        }
    }

    /**
     * @param other what others do just before it is next asked whether a lock is held
     */
    public synchronized void beforeHeld(Runnable other) {
        beforeHeld = other;
    }

    void beforeHeld() {
        Runnable other = beforeHeld;
        beforeHeld = () -> {
        };
        other.run();
    }

    /**
     * @param readOnly whether all writes and the preparation fail
     */
    public synchronized void readOnly(boolean readOnly) {
        this.readOnly = readOnly;
    }

    /**
     * @param down whether everything fails
     */
    public synchronized void down(boolean down) {
        this.down = down;
    }

    /**
     * @return how often something was read
     */
    public synchronized int reads() {
        return reads;
    }

    /**
     * @return how often something was written or was to be written: preparation, events, lock
     */
    public synchronized int writes() {
        return writes;
    }

    /**
     * Changes what is stored, as somebody might who can write to the store.
     *
     * @param service the application
     * @param sequence the sequence of an event
     * @param tampering gives another event, or null to remove it
     */
    public synchronized void tamper(String service, long sequence, UnaryOperator<AuditEvent> tampering) {
        List<AuditEvent> events = services.get(service).events;
        for (int i = 0; i < events.size(); i++) {
            if (events.get(i).sequence() == sequence) {
                AuditEvent changed = tampering.apply(events.remove(i));
                if (changed != null) {
                    events.add(i, changed);
                }
                return;
            }
        }
    }

    /**
     * @param service the application
     * @param tampering gives another state of a change
     */
    public synchronized void tamper(String service, UnaryOperator<StateRow> tampering) {
        services.get(service).states.replaceAll((id, row) -> tampering.apply(row));
    }

    /**
     * @param service an application
     * @param changeId the id of a change whose state is removed
     */
    public synchronized void removeState(String service, String changeId) {
        services.get(service).states.remove(changeId);
    }

    /**
     * @param service an application whose records are lost
     */
    public synchronized void lose(String service) {
        services.remove(service);
    }

    /**
     * @param service the application
     * @param head its head from now on
     */
    public synchronized void headIs(String service, Head head) {
        services.get(service).head = head;
    }

    /**
     * @param name the id of a target system
     * @return who holds its lock, null if nobody does or its lease is over
     */
    public synchronized Lease holder(String name) {
        Lock lock = locks.get(name);
        return lock == null || lock.owner() == null || !lock.expiresAt().isAfter(clock.instant()) ? null
                : new Lease(name, lock.owner(), lock.token(), false);
    }

    /**
     * @param service the application
     * @return all its events, the oldest first
     */
    public synchronized List<AuditEvent> events(String service) {
        return List.copyOf(services.getOrDefault(service, new Service()).events);
    }

    void read() {
        reads++;
        checkUp("read");
    }

    void write(String what) {
        writes++;
        checkUp(what);
        if (readOnly) {
            throw new AuditStoreUnavailableException("The audit store in memory could not " + what + ": it is read-only");
        }
    }

    void failIfOrdered() {
        if (failingWrites > 0) {
            failingWrites--;
            throw new AuditStoreUnavailableException("The audit store in memory could not write, as the test ordered");
        }
    }

    private void checkUp(String what) {
        if (down) {
            throw new AuditStoreUnavailableException("The audit store in memory could not " + what + ": it is down");
        }
    }
}
