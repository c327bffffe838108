package io.quarkiverse.flamingock.spi;

import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * A system that changes are applied to. An application may produce one as a CDI bean with an {@code @Identifier}.
 * <p>
 * An implementation never throws for an error of the change: it reports it in the {@link Outcome}.
 */
public interface ChangeTarget {

    /**
     * @return the id that changes name it by
     */
    String id();

    /**
     * @return whether it has transactions. Whether it can also prove afterwards what became of one, {@link #fence} says
     */
    boolean transactional();

    /**
     * Says, before anything is applied, whether a parameter can be supplied.
     *
     * @param type the type of the parameter
     * @param name its name, from {@code @Named}; null where it has none
     * @return whether {@link Work} will be able to find it
     */
    boolean supplies(Class<?> type, String name);

    /**
     * Called once after the lock was acquired and before anything is applied: from then on no holder of an older token can
     * change this system through {@link #execute}, and the markers that are returned are final. Waits for a commit of
     * an older holder that is in flight.
     * <p>
     * A target system that leaves no marker in the transaction of a change returns {@link Markers#NOT_KEPT}: then a change
     * that was interrupted counts as unproven, and after a takeover the engine waits for what the old holder had sent.
     *
     * @param claim the right that is claimed
     * @param service whose markers to read
     * @return the markers of the service, saying whether any are kept
     * @throws io.quarkiverse.flamingock.error.TargetSystemUnavailableException when the system can't be reached or prepared
     * @throws NewerTokenException when a newer token was seen, or an equal one of another owner
     * @throws io.quarkiverse.flamingock.error.OtherAuditStoreException when the newest token came from another audit store
     */
    Markers fence(Claim claim, String service);

    /**
     * The same, for a target system whose wait for an older holder can be ended.
     *
     * @param claim the right that is claimed
     * @param service whose markers to read
     * @param ended asked while it waits: whether the process was asked to end, so that it waits no longer
     * @return the markers of the service, saying whether any are kept
     * @throws io.quarkiverse.flamingock.error.TargetSystemUnavailableException when the system can't be reached or prepared, or
     *         the wait has ended
     * @throws NewerTokenException when a newer token was seen, or an equal one of another owner
     * @throws io.quarkiverse.flamingock.error.OtherAuditStoreException when the newest token came from another audit store
     */
    default Markers fence(Claim claim, String service, BooleanSupplier ended) {
        return fence(claim, service);
    }

    /**
     * Asked behind the raised fence where the last execution of a change has no outcome and was not undone: a statement of its
     * own, or a definition before which the database has committed, may still be at work. Ends what it finds of it, or waits
     * for
     * its end. What it can't find may be at work all the same, so after a takeover a lease is waited for in any case.
     *
     * @param claim the right of the new holder
     * @param service the application, as the audit store knows it
     * @param changeId the id of the change
     * @param ended whether to wait no longer
     * @throws io.quarkiverse.flamingock.error.TargetSystemUnavailableException when something goes on that can't be ended, or
     *         nothing is waited for any more
     */
    default void endInterrupted(Claim claim, String service, String changeId, BooleanSupplier ended) {
    }

    /**
     * Asked once, before the very first change of an application is applied: the history may be there already under another
     * name of the application, another prefix or another schema.
     *
     * @param service whose markers are not meant
     * @return all other markers that can be seen here
     * @throws io.quarkiverse.flamingock.error.TargetSystemUnavailableException when the system can't be reached
     */
    default List<ForeignMarker> foreignMarkers(String service) {
        return List.of();
    }

    /**
     * Runs the code of a change. A transactional execution commits the work together with its marker and only while the
     * token is the newest; where its outcome is in doubt the target system looks for the marker before it answers.
     *
     * @param execution what runs
     * @param work the code; it is called at most once
     * @return what became of it
     */
    Outcome execute(ChangeCall execution, Work work);
}
