package io.quarkiverse.flamingock.runtime.mongodb.watch;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

import org.bson.Document;
import org.bson.conversions.Bson;

import com.mongodb.ReadPreference;
import com.mongodb.client.AggregateIterable;
import com.mongodb.client.ClientSession;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.CreateCollectionOptions;
import com.mongodb.client.model.CreateViewOptions;

/**
 * A database that notes what comes of its operations.
 */
final class WatchedDatabase extends DatabaseViews {

    private WatchedDatabase(MongoDatabase delegate, Operations operations) {
        super(delegate, operations);
    }

    /** Of an unacknowledged write nobody sees what comes of it. */
    static MongoDatabase of(MongoDatabase delegate, Operations operations) {
        if (!delegate.getWriteConcern().isAcknowledged()) {
            operations.watch().unseen();
            return delegate;
        }
        return new WatchedDatabase(delegate, operations);
    }

    private void makes(ClientSession given, String name, Consumer<ClientSession> operation) {
        operations.define(given, Extent.WHOLE, operation, Before.collection(operations.watch(), delegate, name).made());
    }

    private void drops(ClientSession given, Consumer<ClientSession> operation) {
        operations.define(given, Extent.PARTS, operation, Before.collections(operations.watch(), delegate).dropped());
    }

    private <R> R command(ClientSession given, Bson command, Function<ClientSession, R> operation, Supplier<R> plain) {
        Command known = Command.of(command);
        if (known.reads()) {
            return plain.get();
        }
        Before before = known.before(operations.watch(), delegate);
        return operations.run(given, Extent.partsIf(known.mayFailHalfway()), operation, answer -> known.effect(before, answer));
    }

    @Override
    public Document runCommand(Bson command) {
        return command(null, command, session -> delegate.runCommand(session, command), () -> delegate.runCommand(command));
    }

    @Override
    public Document runCommand(Bson command, ReadPreference readPreference) {
        return command(null, command, session -> delegate.runCommand(session, command, readPreference),
                () -> delegate.runCommand(command, readPreference));
    }

    @Override
    public <R> R runCommand(Bson command, Class<R> resultClass) {
        return command(null, command, session -> delegate.runCommand(session, command, resultClass),
                () -> delegate.runCommand(command, resultClass));
    }

    @Override
    public <R> R runCommand(Bson command, ReadPreference readPreference, Class<R> resultClass) {
        return command(null, command, session -> delegate.runCommand(session, command, readPreference, resultClass),
                () -> delegate.runCommand(command, readPreference, resultClass));
    }

    @Override
    public Document runCommand(ClientSession clientSession, Bson command) {
        return command(clientSession, command, session -> delegate.runCommand(session, command),
                () -> delegate.runCommand(operations.own(clientSession), command));
    }

    @Override
    public Document runCommand(ClientSession clientSession, Bson command, ReadPreference readPreference) {
        return command(clientSession, command, session -> delegate.runCommand(session, command, readPreference),
                () -> delegate.runCommand(operations.own(clientSession), command, readPreference));
    }

    @Override
    public <R> R runCommand(ClientSession clientSession, Bson command, Class<R> resultClass) {
        return command(clientSession, command, session -> delegate.runCommand(session, command, resultClass),
                () -> delegate.runCommand(operations.own(clientSession), command, resultClass));
    }

    @Override
    public <R> R runCommand(ClientSession clientSession, Bson command, ReadPreference readPreference, Class<R> resultClass) {
        return command(clientSession, command, session -> delegate.runCommand(session, command, readPreference, resultClass),
                () -> delegate.runCommand(operations.own(clientSession), command, readPreference, resultClass));
    }

    @Override
    public AggregateIterable<Document> aggregate(List<? extends Bson> pipeline) {
        return WatchedAggregate.writes(pipeline)
                ? new WatchedAggregate<>(operations, null, pipeline, session -> delegate.aggregate(session, pipeline))
                : delegate.aggregate(pipeline);
    }

    @Override
    public <R> AggregateIterable<R> aggregate(List<? extends Bson> pipeline, Class<R> resultClass) {
        return WatchedAggregate.writes(pipeline)
                ? new WatchedAggregate<>(operations, null, pipeline,
                        session -> delegate.aggregate(session, pipeline, resultClass))
                : delegate.aggregate(pipeline, resultClass);
    }

    @Override
    public AggregateIterable<Document> aggregate(ClientSession clientSession, List<? extends Bson> pipeline) {
        return WatchedAggregate.writes(pipeline)
                ? new WatchedAggregate<>(operations, clientSession, pipeline, session -> delegate.aggregate(session, pipeline))
                : delegate.aggregate(operations.own(clientSession), pipeline);
    }

    @Override
    public <R> AggregateIterable<R> aggregate(ClientSession clientSession, List<? extends Bson> pipeline,
            Class<R> resultClass) {
        return WatchedAggregate.writes(pipeline)
                ? new WatchedAggregate<>(operations, clientSession, pipeline,
                        session -> delegate.aggregate(session, pipeline, resultClass))
                : delegate.aggregate(operations.own(clientSession), pipeline, resultClass);
    }

    @Override
    public void createCollection(String collectionName) {
        makes(null, collectionName, session -> delegate.createCollection(session, collectionName));
    }

    @Override
    public void createCollection(String collectionName, CreateCollectionOptions createCollectionOptions) {
        makes(null, collectionName, session -> delegate.createCollection(session, collectionName, createCollectionOptions));
    }

    @Override
    public void createCollection(ClientSession clientSession, String collectionName) {
        makes(clientSession, collectionName, session -> delegate.createCollection(session, collectionName));
    }

    @Override
    public void createCollection(ClientSession clientSession, String collectionName,
            CreateCollectionOptions createCollectionOptions) {
        makes(clientSession, collectionName,
                session -> delegate.createCollection(session, collectionName, createCollectionOptions));
    }

    @Override
    public void drop() {
        drops(null, session -> delegate.drop(session));
    }

    @Override
    public void drop(ClientSession clientSession) {
        drops(clientSession, session -> delegate.drop(session));
    }

    @Override
    public void createView(String viewName, String viewOn, List<? extends Bson> pipeline) {
        makes(null, viewName, session -> delegate.createView(session, viewName, viewOn, pipeline));
    }

    @Override
    public void createView(String viewName, String viewOn, List<? extends Bson> pipeline, CreateViewOptions createViewOptions) {
        makes(null, viewName, session -> delegate.createView(session, viewName, viewOn, pipeline, createViewOptions));
    }

    @Override
    public void createView(ClientSession clientSession, String viewName, String viewOn, List<? extends Bson> pipeline) {
        makes(clientSession, viewName, session -> delegate.createView(session, viewName, viewOn, pipeline));
    }

    @Override
    public void createView(ClientSession clientSession, String viewName, String viewOn, List<? extends Bson> pipeline,
            CreateViewOptions createViewOptions) {
        makes(clientSession, viewName, session -> delegate.createView(session, viewName, viewOn, pipeline, createViewOptions));
    }
}
