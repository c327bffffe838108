package io.quarkiverse.flamingock.runtime.mongodb.session;

import java.util.List;

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
 * A collection whose operations all take part in the transaction of a change, or are refused.
 *
 * @param <T> the class of its documents
 */
final class BoundCollection<T> extends CollectionIndexes<T> {

    BoundCollection(MongoCollection<T> delegate, SessionBinding binding) {
        super(delegate, binding);
    }

    @Override
    public ChangeStreamIterable<T> watch() {
        throw binding.refused("MongoCollection.watch()");
    }

    @Override
    public <R> ChangeStreamIterable<R> watch(Class<R> resultClass) {
        throw binding.refused("MongoCollection.watch(…)");
    }

    @Override
    public ChangeStreamIterable<T> watch(List<? extends Bson> pipeline) {
        throw binding.refused("MongoCollection.watch(…)");
    }

    @Override
    public <R> ChangeStreamIterable<R> watch(List<? extends Bson> pipeline, Class<R> resultClass) {
        throw binding.refused("MongoCollection.watch(…)");
    }

    @Override
    public ChangeStreamIterable<T> watch(ClientSession clientSession) {
        throw binding.refused("MongoCollection.watch(…)");
    }

    @Override
    public <R> ChangeStreamIterable<R> watch(ClientSession clientSession, Class<R> resultClass) {
        throw binding.refused("MongoCollection.watch(…)");
    }

    @Override
    public ChangeStreamIterable<T> watch(ClientSession clientSession, List<? extends Bson> pipeline) {
        throw binding.refused("MongoCollection.watch(…)");
    }

    @Override
    public <R> ChangeStreamIterable<R> watch(ClientSession clientSession, List<? extends Bson> pipeline, Class<R> resultClass) {
        throw binding.refused("MongoCollection.watch(…)");
    }

    @Override
    @Deprecated
    public MapReduceIterable<T> mapReduce(String mapFunction, String reduceFunction) {
        throw binding.refused("MongoCollection.mapReduce(…)");
    }

    @Override
    @Deprecated
    public <R> MapReduceIterable<R> mapReduce(String mapFunction, String reduceFunction, Class<R> resultClass) {
        throw binding.refused("MongoCollection.mapReduce(…)");
    }

    @Override
    @Deprecated
    public MapReduceIterable<T> mapReduce(ClientSession clientSession, String mapFunction, String reduceFunction) {
        throw binding.refused("MongoCollection.mapReduce(…)");
    }

    @Override
    @Deprecated
    public <R> MapReduceIterable<R> mapReduce(ClientSession clientSession, String mapFunction, String reduceFunction,
            Class<R> resultClass) {
        throw binding.refused("MongoCollection.mapReduce(…)");
    }

    @Override
    public void drop() {
        throw binding.refused("MongoCollection.drop()");
    }

    @Override
    public void drop(ClientSession clientSession) {
        throw binding.refused("MongoCollection.drop(…)");
    }

    @Override
    public void drop(DropCollectionOptions dropCollectionOptions) {
        throw binding.refused("MongoCollection.drop(…)");
    }

    @Override
    public void drop(ClientSession clientSession, DropCollectionOptions dropCollectionOptions) {
        throw binding.refused("MongoCollection.drop(…)");
    }

    @Override
    public void renameCollection(MongoNamespace newCollectionNamespace) {
        throw binding.refused("MongoCollection.renameCollection(…)");
    }

    @Override
    public void renameCollection(MongoNamespace newCollectionNamespace, RenameCollectionOptions renameCollectionOptions) {
        throw binding.refused("MongoCollection.renameCollection(…)");
    }

    @Override
    public void renameCollection(ClientSession clientSession, MongoNamespace newCollectionNamespace) {
        throw binding.refused("MongoCollection.renameCollection(…)");
    }

    @Override
    public void renameCollection(ClientSession clientSession, MongoNamespace newCollectionNamespace,
            RenameCollectionOptions renameCollectionOptions) {
        throw binding.refused("MongoCollection.renameCollection(…)");
    }

    @Override
    public long estimatedDocumentCount() {
        throw binding.refused("MongoCollection.estimatedDocumentCount()",
                "Call countDocuments() instead, which counts in the transaction");
    }

    @Override
    public long estimatedDocumentCount(EstimatedDocumentCountOptions options) {
        throw binding.refused("MongoCollection.estimatedDocumentCount(…)",
                "Call countDocuments() instead, which counts in the transaction");
    }
}
