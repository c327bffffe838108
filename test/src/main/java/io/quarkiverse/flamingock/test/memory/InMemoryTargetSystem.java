package io.quarkiverse.flamingock.test.memory;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.quarkiverse.flamingock.error.OtherAuditStoreException;
import io.quarkiverse.flamingock.error.TargetSystemUnavailableException;
import io.quarkiverse.flamingock.spi.ChangeCall;
import io.quarkiverse.flamingock.spi.ChangeTarget;
import io.quarkiverse.flamingock.spi.Claim;
import io.quarkiverse.flamingock.spi.Dependencies;
import io.quarkiverse.flamingock.spi.ForeignMarker;
import io.quarkiverse.flamingock.spi.Marker;
import io.quarkiverse.flamingock.spi.Markers;
import io.quarkiverse.flamingock.spi.NewerTokenException;
import io.quarkiverse.flamingock.spi.Outcome;
import io.quarkiverse.flamingock.spi.Supply;
import io.quarkiverse.flamingock.spi.Work;

/**
 * A target system in memory. It supplies {@link Effects} and what tests add to it.
 */
public final class InMemoryTargetSystem implements ChangeTarget {

    final String id;
    private final boolean transactional;
    private final Dependencies dependencies = new Dependencies();
    final List<String> effects = new ArrayList<>();
    private String owner;
    private String store;
    private final Map<String, Map<String, Marker>> markers = new HashMap<>();
    boolean commitsImplicitly;
    boolean keepsMarkers = true;
    CommitFault nextCommit = CommitFault.NONE;
    int conflicts;
    private boolean down;
    long fence;
    private int fences;

    private InMemoryTargetSystem(String id, boolean transactional) {
        this.id = id;
        this.transactional = transactional;
    }

    /**
     * @param id the id that changes name it by
     * @return one with transactions
     */
    public static InMemoryTargetSystem transactional(String id) {
        return new InMemoryTargetSystem(id, true);
    }

    /**
     * @param id the id that changes name it by
     * @return one without transactions
     */
    public static InMemoryTargetSystem nonTransactional(String id) {
        return new InMemoryTargetSystem(id, false);
    }

    /**
     * @return this, from now on committing at {@link Effects#addDdl}
     */
    public synchronized InMemoryTargetSystem commitsImplicitly() {
        commitsImplicitly = true;
        return this;
    }

    /**
     * @return this, from now on showing nobody what was committed
     */
    public synchronized InMemoryTargetSystem keepsNoMarkers() {
        keepsMarkers = false;
        return this;
    }

    /**
     * @param dependency supplied by type
     * @return this
     */
    public InMemoryTargetSystem addDependency(Object dependency) {
        dependencies.add(null, dependency);
        return this;
    }

    /**
     * @param fault what happens at the next commit
     */
    public synchronized void nextCommit(CommitFault fault) {
        nextCommit = fault;
    }

    /**
     * @param count how many of the next commits meet another transaction in their way
     */
    public synchronized void nextConflicts(int count) {
        conflicts = count;
    }

    /**
     * @param token the newest token that it has seen
     */
    public synchronized void fenceIs(long token) {
        fence = token;
        owner = null;
    }

    /**
     * @param down whether the fence can't be raised
     */
    public synchronized void down(boolean down) {
        this.down = down;
    }

    /**
     * @return the durable effects, in order
     */
    public synchronized List<String> effects() {
        return List.copyOf(effects);
    }

    /**
     * @return how often the fence was raised
     */
    public synchronized int fences() {
        return fences;
    }

    /**
     * @param service the application
     * @param marker a marker to put there
     */
    public synchronized void putMarker(String service, Marker marker) {
        markers.computeIfAbsent(service, key -> new HashMap<>()).put(marker.changeId(), marker);
    }

    synchronized Marker marker(String service, String changeId) {
        return markers.getOrDefault(service, Map.of()).get(changeId);
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public boolean transactional() {
        return transactional;
    }

    @Override
    public boolean supplies(Class<?> type, String name) {
        return type == Effects.class && name == null || dependencies.find(type, name) != null;
    }

    @Override
    public synchronized Markers fence(Claim claim, String service) {
        fences++;
        if (down) {
            throw new TargetSystemUnavailableException("Target system " + id + " is down, as the test ordered");
        }
        if (!claim.accepts(store)) {
            throw OtherAuditStoreException.of(id, "memory", store, fence, claim.store());
        }
        if (claim.isOvertakenBy(fence, owner)) {
            throw new NewerTokenException(
                    "Target system " + id + " has seen token " + fence + ", newer than " + claim.token(), fence);
        }
        fence = claim.token();
        owner = claim.owner();
        store = claim.store() == null ? store : claim.store();
        return transactional && keepsMarkers ? Markers.kept(markers.getOrDefault(service, Map.of())) : Markers.NOT_KEPT;
    }

    @Override
    public synchronized List<ForeignMarker> foreignMarkers(String service) {
        List<ForeignMarker> others = new ArrayList<>();
        markers.forEach((owner, theirs) -> {
            if (!owner.equals(service)) {
                theirs.values().forEach(marker -> others.add(new ForeignMarker(owner, "", "memory", marker)));
            }
        });
        return others;
    }

    @Override
    public Outcome execute(ChangeCall execution, Work work) {
        return transactional && execution.transactional() ? new InMemoryTransaction(this, execution).run(work)
                : runDirectly(work);
    }

    private Outcome runDirectly(Work work) {
        try {
            work.run(supply(new Effects() {
                @Override
                public void add(String effect) {
                    store(List.of(effect));
                }

                @Override
                public void addDdl(String effect) {
                    add(effect);
                }
            }));
            return Outcome.APPLIED;
        } catch (Exception | LinkageError | AssertionError e) {
            return Outcome.partlyApplied(e);
        }
    }

    Supply supply(Effects effects) {
        return (type, name) -> type == Effects.class && name == null ? effects : dependencies.find(type, name);
    }

    private synchronized void store(List<String> more) {
        effects.addAll(more);
    }
}
