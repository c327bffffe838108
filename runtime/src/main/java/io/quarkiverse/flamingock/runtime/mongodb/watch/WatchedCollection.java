package io.quarkiverse.flamingock.runtime.mongodb.watch;

import java.util.List;
import java.util.function.Consumer;

import org.bson.conversions.Bson;

import com.mongodb.MongoNamespace;
import com.mongodb.client.ChangeStreamIterable;
import com.mongodb.client.ClientSession;
import com.mongodb.client.MapReduceIterable;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.DropCollectionOptions;
import com.mongodb.client.model.EstimatedDocumentCountOptions;
import com.mongodb.client.model.RenameCollectionOptions;

/**
 * A collection that notes what comes of its operations.
 *
 * @param <T> the class of the documents
 */
final class WatchedCollection<T> extends WatchedIndexes<T> {

    WatchedCollection(MongoCollection<T> delegate, Operations operations) {
        super(delegate, operations);
    }

    /** Of an unacknowledged write nobody sees what comes of it. */
    static <T> MongoCollection<T> of(MongoCollection<T> delegate, Operations operations) {
        if (!delegate.getWriteConcern().isAcknowledged()) {
            operations.watch().unseen();
            return delegate;
        }
        return new WatchedCollection<>(delegate, operations);
    }

    /** One that was not there is dropped without a word. */
    private void drops(ClientSession given, Consumer<ClientSession> operation) {
        operations.define(given, Extent.WHOLE, operation, Before.indexes(operations.watch(), delegate).dropped());
    }

    private void renames(ClientSession given, Consumer<ClientSession> operation) {
        operations.define(given, Extent.WHOLE, operation, Effect.CERTAIN);
    }

    @Override
    public ChangeStreamIterable<T> watch() {
        return delegate.watch();
    }

    @Override
    public <R> ChangeStreamIterable<R> watch(Class<R> resultClass) {
        return delegate.watch(resultClass);
    }

    @Override
    public ChangeStreamIterable<T> watch(List<? extends Bson> pipeline) {
        return delegate.watch(pipeline);
    }

    @Override
    public <R> ChangeStreamIterable<R> watch(List<? extends Bson> pipeline, Class<R> resultClass) {
        return delegate.watch(pipeline, resultClass);
    }

    @Override
    public ChangeStreamIterable<T> watch(ClientSession clientSession) {
        return delegate.watch(operations.own(clientSession));
    }

    @Override
    public <R> ChangeStreamIterable<R> watch(ClientSession clientSession, Class<R> resultClass) {
        return delegate.watch(operations.own(clientSession), resultClass);
    }

    @Override
    public ChangeStreamIterable<T> watch(ClientSession clientSession, List<? extends Bson> pipeline) {
        return delegate.watch(operations.own(clientSession), pipeline);
    }

    @Override
    public <R> ChangeStreamIterable<R> watch(ClientSession clientSession, List<? extends Bson> pipeline, Class<R> resultClass) {
        return delegate.watch(operations.own(clientSession), pipeline, resultClass);
    }

    @Override
    @Deprecated
    public MapReduceIterable<T> mapReduce(String mapFunction, String reduceFunction) {
        operations.watch().unseen();
        return delegate.mapReduce(mapFunction, reduceFunction);
    }

    @Override
    @Deprecated
    public <R> MapReduceIterable<R> mapReduce(String mapFunction, String reduceFunction, Class<R> resultClass) {
        operations.watch().unseen();
        return delegate.mapReduce(mapFunction, reduceFunction, resultClass);
    }

    @Override
    @Deprecated
    public MapReduceIterable<T> mapReduce(ClientSession clientSession, String mapFunction, String reduceFunction) {
        operations.watch().unseen();
        return delegate.mapReduce(operations.own(clientSession), mapFunction, reduceFunction);
    }

    @Override
    @Deprecated
    public <R> MapReduceIterable<R> mapReduce(ClientSession clientSession, String mapFunction, String reduceFunction,
            Class<R> resultClass) {
        operations.watch().unseen();
        return delegate.mapReduce(operations.own(clientSession), mapFunction, reduceFunction, resultClass);
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
    public void drop(DropCollectionOptions dropCollectionOptions) {
        drops(null, session -> delegate.drop(session, dropCollectionOptions));
    }

    @Override
    public void drop(ClientSession clientSession, DropCollectionOptions dropCollectionOptions) {
        drops(clientSession, session -> delegate.drop(session, dropCollectionOptions));
    }

    @Override
    public void renameCollection(MongoNamespace newCollectionNamespace) {
        renames(null, session -> delegate.renameCollection(session, newCollectionNamespace));
    }

    @Override
    public void renameCollection(MongoNamespace newCollectionNamespace, RenameCollectionOptions renameCollectionOptions) {
        renames(null, session -> delegate.renameCollection(session, newCollectionNamespace, renameCollectionOptions));
    }

    @Override
    public void renameCollection(ClientSession clientSession, MongoNamespace newCollectionNamespace) {
        renames(clientSession, session -> delegate.renameCollection(session, newCollectionNamespace));
    }

    @Override
    public void renameCollection(ClientSession clientSession, MongoNamespace newCollectionNamespace,
            RenameCollectionOptions renameCollectionOptions) {
        renames(clientSession, session -> delegate.renameCollection(session, newCollectionNamespace, renameCollectionOptions));
    }

    @Override
    public long estimatedDocumentCount() {
        return delegate.estimatedDocumentCount();
    }

    @Override
    public long estimatedDocumentCount(EstimatedDocumentCountOptions options) {
        return delegate.estimatedDocumentCount(options);
    }
}
