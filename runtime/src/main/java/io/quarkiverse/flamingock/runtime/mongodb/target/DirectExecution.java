package io.quarkiverse.flamingock.runtime.mongodb.target;

import com.mongodb.client.ClientSession;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;

import io.quarkiverse.flamingock.runtime.mongodb.fence.AtWork;
import io.quarkiverse.flamingock.runtime.mongodb.fence.MongoFence;
import io.quarkiverse.flamingock.runtime.mongodb.server.Server;
import io.quarkiverse.flamingock.runtime.mongodb.watch.Watch;
import io.quarkiverse.flamingock.runtime.mongodb.watch.WatchedViews;
import io.quarkiverse.flamingock.runtime.text.Sentence;
import io.quarkiverse.flamingock.spi.ChangeCall;
import io.quarkiverse.flamingock.spi.Outcome;
import io.quarkiverse.flamingock.spi.Supply;
import io.quarkiverse.flamingock.spi.Work;

/**
 * One execution of a change with {@code transactional = false}: every operation takes effect by itself, unless the change
 * starts transactions of its own in the session that it can ask for. What has an effect is seen.
 */
final class DirectExecution implements Supply {

    private final MongoFence fence;
    private final Server server;
    private final Supply dependencies;
    private final ChangeCall execution;
    private final Watch watch = new Watch();
    private final AtWork atWork;
    private final WatchedViews views;
    private ClientSession session;

    DirectExecution(MongoFence fence, Supply dependencies, ChangeCall execution) {
        this.fence = fence;
        this.server = fence.server();
        this.dependencies = dependencies;
        this.execution = execution;
        this.atWork = new AtWork(fence, execution);
        this.views = new WatchedViews(server.client(), watch, used -> atWork.note(Server.id(used)));
    }

    Outcome run(Work work) {
        try {
            work.run(this);
            complete();
            return Outcome.APPLIED;
        } catch (Exception | LinkageError | AssertionError e) {
            return judged(e);
        } finally {
            views.close();
        }
    }

    private Outcome judged(Throwable error) {
        if (atWork.lost() != null) {
            // What took effect before is for the newer holder to settle.
            return Outcome.lockLost(atWork.lost());
        }
        if (watch.brokeUnseen(error) || !new OnTheirWay(server, fence.patience()).ended(watch.broken())) {
            return Outcome.unknown(new IllegalStateException("A connection of change " + execution.changeId()
                    + " to target system " + fence.target() + " broke: " + Sentence.unended(error.getMessage())
                    + ". What was sent last may still"
                    + " be at work at the server, or on its way to it, and it could not be ended", error));
        }
        return switch (watch.seen()) {
            case EFFECT -> Outcome.partlyApplied(error);
            case PERHAPS -> Outcome.unproven(error);
            case REFUSED -> Outcome.refused(error);
            case NOTHING -> Outcome.nothingSent(error);
        };
    }

    @Override
    public Object find(Class<?> type, String name) {
        if (name == null && type == MongoClient.class) {
            return views.client();
        }
        if (name == null && type == MongoDatabase.class) {
            return views.database(server.database());
        }
        if (name == null && type == ClientSession.class) {
            if (session == null) {
                session = views.session(server.changeSession());
            }
            return session;
        }
        return dependencies.find(type, name);
    }

    @Override
    public void complete() {
        if (views.leftOpen()) {
            throw new IllegalStateException("Change " + execution.changeId() + " left a transaction open in a session of target"
                    + " system " + fence.target() + ": what it did in that is not kept. Let it commit or abort what it begins,"
                    + " or declare it with transactional = true");
        }
    }

    @Override
    public boolean watches(Class<?> type, String name) {
        return name == null && (type == MongoClient.class || type == MongoDatabase.class || type == ClientSession.class);
    }
}
