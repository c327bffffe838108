package io.quarkiverse.flamingock.runtime.mongodb.target;

import java.util.List;
import java.util.function.BooleanSupplier;

import com.mongodb.MongoException;
import com.mongodb.client.ClientSession;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;

import io.quarkiverse.flamingock.error.FlamingockException;
import io.quarkiverse.flamingock.error.TargetSystemUnavailableException;
import io.quarkiverse.flamingock.runtime.mongodb.fence.HolderSession;
import io.quarkiverse.flamingock.runtime.mongodb.fence.MongoFence;
import io.quarkiverse.flamingock.runtime.mongodb.fence.Patience;
import io.quarkiverse.flamingock.runtime.mongodb.server.CollectionNames;
import io.quarkiverse.flamingock.runtime.mongodb.server.Schema;
import io.quarkiverse.flamingock.runtime.mongodb.server.Server;
import io.quarkiverse.flamingock.runtime.mongodb.server.Trouble;
import io.quarkiverse.flamingock.runtime.text.Sentence;
import io.quarkiverse.flamingock.spi.ChangeCall;
import io.quarkiverse.flamingock.spi.Claim;
import io.quarkiverse.flamingock.spi.Dependencies;
import io.quarkiverse.flamingock.spi.ExtensibleTargetSystem;
import io.quarkiverse.flamingock.spi.ForeignMarker;
import io.quarkiverse.flamingock.spi.Markers;
import io.quarkiverse.flamingock.spi.Outcome;
import io.quarkiverse.flamingock.spi.Work;

/**
 * A database of MongoDB. A transactional change runs in a session with a transaction; the {@link MongoClient}, the
 * {@link MongoDatabase} and the {@link ClientSession} that it is supplied belong to that session.
 * <p>
 * A client needs no such object; produce one as a CDI bean only to add dependencies to it.
 */
public final class MongoTargetSystem extends ExtensibleTargetSystem<MongoTargetSystem> {

    private final MongoSettings settings;
    private final Server server;
    private final MongoFence fence;
    private final HolderSession sessions;

    private MongoTargetSystem(String id, MongoClient client, String database, MongoSettings settings,
            Dependencies dependencies) {
        super(id, dependencies);
        this.settings = settings;
        this.server = new Server(client, database, new CollectionNames(settings.prefix()));
        this.fence = new MongoFence(id, server, new Patience(settings.takeoverGrace(), settings.fenceTimeout()));
        this.sessions = new HolderSession(fence);
    }

    /**
     * @param id the id that changes name it by
     * @param client a client
     * @param database the name of the database that changes are given
     * @return a target system without dependencies
     */
    public static MongoTargetSystem of(String id, MongoClient client, String database) {
        return new MongoTargetSystem(id, client, database, MongoSettings.DEFAULT, new Dependencies());
    }

    /**
     * @param other settings that replace the present ones
     * @return the same target system with these settings
     */
    public MongoTargetSystem with(MongoSettings other) {
        return new MongoTargetSystem(id(), server.client(), server.database(), other, dependencies());
    }

    /**
     * @param configured settings
     * @return the same target system with these settings, unless it was given others before
     */
    public MongoTargetSystem withIfUnset(MongoSettings configured) {
        return settings == MongoSettings.DEFAULT ? with(configured) : this;
    }

    /**
     * @return the client, as the application knows it
     */
    public MongoClient client() {
        return server.client();
    }

    @Override
    protected MongoTargetSystem self() {
        return this;
    }

    /**
     * @throws TargetSystemUnavailableException where the server has no transactions: a change that is to run in one must not
     *         run without
     */
    @Override
    public boolean transactional() {
        try {
            if (!server.hasTransactions()) {
                throw noTransactions("its transactional changes can't run, and nothing was applied");
            }
            return true;
        } catch (MongoException | IllegalStateException e) {
            throw unavailable(e);
        }
    }

    @Override
    public boolean supplies(Class<?> type, String name) {
        return name == null && (type == MongoClient.class || type == MongoDatabase.class || type == ClientSession.class)
                || super.supplies(type, name);
    }

    @Override
    public Markers fence(Claim claim, String service) {
        return fence(claim, service, () -> false);
    }

    @Override
    public Markers fence(Claim claim, String service, BooleanSupplier ended) {
        try {
            Schema.ensure(server, Schema.target(server.names()), settings.autoCreate());
            fence.raise(claim, server.hasTransactions() ? sessions.renew(claim.token()) : null, ended);
            return Markers.kept(fence.markers().of(service));
        } catch (MongoException | IllegalStateException e) {
            throw unavailable(e);
        }
    }

    @Override
    public void endInterrupted(Claim claim, String service, String changeId, BooleanSupplier ended) {
        try {
            fence.endInterrupted(claim, service, changeId, ended);
        } catch (MongoException e) {
            throw new TargetSystemUnavailableException("Target system " + id() + " can't tell whether change '" + changeId
                    + "', which was interrupted, is still at work: " + Sentence.unended(e.getMessage())
                    + ". Nothing was applied", e);
        }
    }

    @Override
    public List<ForeignMarker> foreignMarkers(String service) {
        try {
            return fence.markers().others(service);
        } catch (MongoException e) {
            throw unavailable(e);
        }
    }

    @Override
    public Outcome execute(ChangeCall execution, Work work) {
        if (!execution.transactional()) {
            return new DirectExecution(fence, dependencies(), execution).run(work);
        }
        if (!server.hasTransactions()) {
            return Outcome.notApplied(noTransactions("change " + execution.changeId() + " can't run in one"));
        }
        return new MongoTransaction(fence, sessions, dependencies(), execution).run(work);
    }

    private TargetSystemUnavailableException noTransactions(String consequence) {
        return new TargetSystemUnavailableException("Target system " + id()
                + ": its MongoDB server is no replica set and so has"
                + " no transactions; " + consequence + ". Let it run as a replica set, one member is enough (mongod --replSet"
                + " rs0, then once rs.initiate()), or declare its changes with transactional = false");
    }

    private FlamingockException unavailable(RuntimeException e) {
        Trouble trouble = new Trouble(e, server);
        return new TargetSystemUnavailableException("Target system " + id() + " could not be prepared for changes: "
                + Sentence.unended(e.getMessage()) + ". " + trouble.advice("it has a primary, and that its user may create the"
                        + " collections " + settings.prefix() + "fence and " + settings.prefix()
                        + "marker or, where an administrator created them, find, insert and update in them"),
                e, trouble.awaited());
    }
}
