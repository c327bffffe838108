package io.quarkiverse.flamingock.runtime.engine.execute;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import io.quarkiverse.flamingock.error.LockLostException;
import io.quarkiverse.flamingock.runtime.engine.lock.HeldLocks;
import io.quarkiverse.flamingock.runtime.engine.port.CallTrace;
import io.quarkiverse.flamingock.spi.ChangeCall;
import io.quarkiverse.flamingock.spi.ChangeTarget;
import io.quarkiverse.flamingock.spi.Outcome;
import io.quarkiverse.flamingock.spi.Outcome.Kind;
import io.quarkiverse.flamingock.spi.Supply;
import io.quarkiverse.flamingock.spi.Work;

/**
 * One call of code that changes several systems. The first one's transaction is the innermost: it commits when the code has
 * returned and nothing is left open elsewhere, so that its marker proves the whole. The others take part as without a
 * transaction; what they have seen of the call decides what must follow when it fails.
 */
final class SpanningCall {

    private final Systems systems;
    private final CallTrace trace;
    private final HeldLocks held;
    private final Set<Kind> seen = EnumSet.noneOf(Kind.class);
    private final CombinedSupply combined = new CombinedSupply();
    private boolean unsafe;
    private FirstSystem first = FirstSystem.NOT_UNDONE;
    private Throwable late;
    private LockLostException lost;

    SpanningCall(Systems systems, CallTrace trace, HeldLocks held) {
        this.systems = systems;
        this.trace = trace;
        this.held = held;
    }

    /**
     * @param call of the first target system
     * @return what became of it, already in terms of what must follow
     * @throws LockLostException when another instance had taken one of the systems before the first one could commit
     */
    Outcome apply(ChangeCall call, Work work) {
        Outcome outcome = enter(0, call, work, false);
        if (lost != null && outcome.kind() != Kind.UNKNOWN) {
            throw new LockLostException("Change '" + call.changeId() + "' was not completed by this instance. "
                    + lost.getMessage() + " What it had done in the systems that it names may be there.");
        }
        if (outcome.kind() == Kind.APPLIED || outcome.kind() == Kind.LOCK_LOST || outcome.kind() == Kind.UNKNOWN) {
            return outcome;
        }
        first = switch (outcome.kind()) {
            case CONFLICT -> FirstSystem.CONFLICT;
            case NOT_APPLIED, OTHER_MARKER -> FirstSystem.UNDONE;
            default -> FirstSystem.NOT_UNDONE;
        };
        boolean otherMarker = outcome.kind() == Kind.OTHER_MARKER;
        if (!first.isUndone()) {
            seen.add(outcome.kind());
        }
        Outcome whole = trace.judged(new Outcome(worst(), outcome.error()));
        if ((whole.kind() == Kind.NOT_APPLIED || whole.kind() == Kind.REFUSED)
                && (outcome.kind() == Kind.CONFLICT || otherMarker)) {
            return outcome;
        }
        // Effects elsewhere may be those of the execution that left another marker: they are not this one's to take back.
        return whole.kind() == Kind.PARTLY_APPLIED && (unsafe || otherMarker) ? Outcome.unproven(whole.error()) : whole;
    }

    /**
     * @return whether its transaction was undone, so that a rollback method has nothing to do there
     */
    FirstSystem first() {
        return first;
    }

    /**
     * Takes back the rest. Nothing is left in the first target system, so what the rollback method does there is undone as
     * well:
     * the table that it would drop may be one that was there before.
     *
     * @param call of the first target system
     * @return what became of the rollback
     */
    Outcome takeBack(ChangeCall call, Work work) {
        Outcome outcome = enter(0, call, work, true);
        // A connection that broke elsewhere is no answer: what was sent may still take effect.
        return outcome.kind() != Kind.APPLIED && seen.contains(Kind.UNKNOWN) ? Outcome.unknown(outcome.error()) : outcome;
    }

    /**
     * @return what a target system has met after the first one had committed; null where there is nothing to tell
     */
    Throwable late() {
        return late;
    }

    private Outcome enter(int index, ChangeCall call, Work work, boolean discarded) {
        if (index == systems.others().size()) {
            Outcome outcome = systems.first().execute(call, innermost(work, call.transactional(), discarded));
            return discarded && TakenBack.ends(outcome) ? Outcome.APPLIED : outcome;
        }
        ChangeTarget other = systems.others().get(index);
        Outcome[] inner = new Outcome[1];
        ChangeCall direct = new ChangeCall(call.service(), call.changeId(), call.checksum(), held.token(other.id()),
                false);
        Outcome own = other.execute(direct, new Work() {
            @Override
            public void run(Supply supply) throws Exception {
                combined.add(other.id(), supply);
                inner[0] = enter(index + 1, call, work, discarded);
                rethrow(inner[0].error());
            }
        });
        if (inner[0] == null) {
            return own;
        }
        if (inner[0].kind() != Kind.APPLIED) {
            seen.add(own.kind());
        } else if (own.kind() != Kind.APPLIED) {
            late = own.error();
        }
        return inner[0];
    }

    private Work innermost(Work work, boolean commits, boolean discarded) {
        return new Work() {
            @Override
            public void run(Supply supply) throws Exception {
                combined.addFirst(systems.first().id(), supply);
                try {
                    work.run(combined);
                    combined.complete();
                } finally {
                    unsafe = supply.unsafeToTakeBack();
                }
                if (discarded) {
                    throw new TakenBack();
                }
                if (commits) {
                    checkLocks();
                }
            }
        };
    }

    /** The fence of the first system knows nothing of the locks of the others. */
    private void checkLocks() {
        try {
            held.checkTaken();
        } catch (LockLostException e) {
            lost = e;
            throw e;
        }
    }

    private Kind worst() {
        for (Kind kind : List.of(Kind.UNKNOWN, Kind.PARTLY_APPLIED, Kind.UNPROVEN, Kind.REFUSED)) {
            if (seen.contains(kind)) {
                return kind;
            }
        }
        return Kind.NOTHING_SENT;
    }

    private static void rethrow(Throwable error) throws Exception {
        if (error instanceof Error e) {
            throw e;
        }
        if (error != null) {
            throw (Exception) error;
        }
    }
}
