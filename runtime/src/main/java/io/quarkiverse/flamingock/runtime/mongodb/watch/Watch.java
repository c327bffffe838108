package io.quarkiverse.flamingock.runtime.mongodb.watch;

import java.util.ArrayList;
import java.util.List;

import com.mongodb.client.ClientSession;

/**
 * What was seen of the operations of one call of a change. A rollback method is called for what was seen, never for what a
 * change meant to do: the first operation may have been refused because the thing was there before.
 */
public final class Watch {

    /**
     * An operation whose connection broke: it may be at work, or not even have arrived.
     *
     * @param session the session that it was sent in, still open
     * @param numbered whether it has a number in its session, so that the server does not take it after a higher one
     */
    public record Broken(ClientSession session, boolean numbered) {
    }

    private final List<Broken> broken = new ArrayList<>();
    private Effect effect = Effect.NONE;
    private boolean refused;
    private boolean unseen;
    private boolean leftOpen;

    /**
     * @return what is known of the effects
     */
    public synchronized Seen seen() {
        return effect == Effect.CERTAIN ? Seen.EFFECT
                : effect == Effect.POSSIBLE || unseen ? Seen.PERHAPS : refused ? Seen.REFUSED : Seen.NOTHING;
    }

    /**
     * @return what was on its way when a connection broke
     */
    public synchronized List<Broken> broken() {
        return List.copyOf(broken);
    }

    /**
     * @param error the error that the change ended with
     * @return whether something is on its way of which nothing else is known
     */
    public synchronized boolean brokeUnseen(Throwable error) {
        return unseen && broken.isEmpty() && Failures.broke(error);
    }

    /** Something was handed out whose use nobody sees. */
    public synchronized void unseen() {
        unseen = true;
    }

    /** A session was closed with a transaction in it that was neither committed nor aborted. */
    synchronized void closedOpen() {
        leftOpen = true;
    }

    synchronized boolean leftOpen() {
        return leftOpen;
    }

    synchronized void seen(Effect more) {
        effect = effect.or(more);
    }

    synchronized void refused(Effect possible) {
        refused = true;
        effect = effect.or(possible);
    }

    synchronized void broke(ClientSession session, boolean numbered) {
        broken.add(new Broken(session, numbered));
        refused(Effect.POSSIBLE);
    }

    synchronized boolean broke(ClientSession session) {
        return broken.stream().anyMatch(each -> each.session() == session);
    }

    /** Whether there is nothing more to find out. */
    synchronized boolean isCertain() {
        return effect == Effect.CERTAIN;
    }
}
