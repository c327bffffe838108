package io.quarkiverse.flamingock;

import java.util.List;

import io.quarkiverse.flamingock.error.AuditStoreUnavailableException;
import io.quarkiverse.flamingock.error.BaselineRefusedException;
import io.quarkiverse.flamingock.error.FlamingockException;
import io.quarkiverse.flamingock.error.NestedCallException;
import io.quarkiverse.flamingock.error.NothingToAcceptException;
import io.quarkiverse.flamingock.error.NothingToFixException;
import io.quarkiverse.flamingock.result.AcceptResult;
import io.quarkiverse.flamingock.result.ApplyResult;
import io.quarkiverse.flamingock.result.AuditEvent;
import io.quarkiverse.flamingock.result.BaselineResult;
import io.quarkiverse.flamingock.result.BaselineScope;
import io.quarkiverse.flamingock.result.FixResult;
import io.quarkiverse.flamingock.result.HistoryQuery;
import io.quarkiverse.flamingock.result.Issue;
import io.quarkiverse.flamingock.result.Plan;
import io.quarkiverse.flamingock.result.RebuildResult;
import io.quarkiverse.flamingock.result.Resolution;
import io.quarkiverse.flamingock.result.Status;
import io.quarkiverse.flamingock.result.VerifyResult;

/**
 * Everything that can be done with the changes of an application; an injectable bean. The run at start, the Dev UI and
 * every other surface call it.
 * <p>
 * A transaction of the caller is suspended meanwhile and never holds what is done here. Changes, and beans that they call, may
 * only read: {@link #apply}, {@link #fix} and the others that record something would wait for themselves there, and throw a
 * {@link NestedCallException} at once.
 */
public interface Flamingock {

    /**
     * @return what a start would do now; changes nothing
     * @throws AuditStoreUnavailableException when the audit store can't be read
     */
    Plan plan();

    /**
     * Looks whether a start would do anything. Where it would not, that is one read of the audit store, however many changes
     * there are.
     *
     * @return where the application stands; changes nothing
     * @throws AuditStoreUnavailableException when the audit store can't be read
     */
    Status status();

    /**
     * Applies what is pending, under the lock, and waits for another instance that is doing so.
     *
     * @return what was done
     * @throws FlamingockException when a change failed or an issue stops the run; nothing that succeeded is taken back
     */
    ApplyResult apply();

    /**
     * @return the changes that a person must settle, in execution order
     * @throws AuditStoreUnavailableException when the audit store can't be read
     */
    List<Issue> issues();

    /**
     * @param query which events
     * @return the events, the newest first
     * @throws AuditStoreUnavailableException when the audit store can't be read
     */
    List<AuditEvent> history(HistoryQuery query);

    /**
     * Records what a person found in the target system, under the lock. Of a change that has no issue, because nothing is
     * recorded of it or it was rolled back, that is only that it is there all the same.
     *
     * @param changeId the id of a change that does not count as executed
     * @param resolution what was found
     * @param reason why, for the audit; may be null where the last state of the change is a failure state
     * @return what was recorded and what follows
     * @throws NothingToFixException when the change is unknown, or what is said of it is so already
     */
    FixResult fix(String changeId, Resolution resolution, String reason);

    /**
     * Takes in a system that exists already: records changes as executed that were never run here, under the locks of their
     * target systems. None of them is run. What is recorded as executed already is skipped, so that the same may be called
     * again, as after a process was killed in the middle of it.
     *
     * @param scope which changes
     * @param reason why, for the audit; may be null
     * @return what was recorded
     * @throws BaselineRefusedException when one of the changes is unknown, or something else is known of one than that it was
     *         never run: an issue, that a person has taken it back, a marker or a probe that says otherwise. Nothing is
     *         recorded then
     */
    BaselineResult baseline(BaselineScope scope, String reason);

    /**
     * Records, under the lock, that an executed change differs from what was executed in its code or its order, and that this
     * is meant. From then on no start reports it.
     *
     * @param changeId the id of an executed change
     * @param reason why, for the audit
     * @return what was recorded
     * @throws NothingToAcceptException when the change is unknown, does not count as executed or does not differ, or where the
     *         reason is missing
     */
    AcceptResult accept(String changeId, String reason);

    /**
     * Reads the whole audit of this service and follows its chain of hashes. The time of an event is not part of its hash,
     * and events that were removed from the end are only noticed while the head of the service was not set back too.
     *
     * @return whether it is as it was written, or the first event that is not
     * @throws AuditStoreUnavailableException when the audit store can't be read
     */
    VerifyResult verify();

    /**
     * Records again, under the locks of all target systems, what an audit store has lost: what markers and probes prove.
     * Applies nothing.
     *
     * @return what was recorded
     * @throws FlamingockException when the audit store can't be written or a target system can't be reached
     */
    RebuildResult rebuild();
}
