package io.quarkiverse.flamingock.runtime.mongodb.session;

import java.util.List;

import org.bson.conversions.Bson;

import com.mongodb.bulk.BulkWriteResult;
import com.mongodb.client.ClientSession;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.DeleteOptions;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.client.model.InsertOneOptions;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.WriteModel;
import com.mongodb.client.result.DeleteResult;
import com.mongodb.client.result.InsertManyResult;
import com.mongodb.client.result.InsertOneResult;
import com.mongodb.client.result.UpdateResult;

/**
 * What inserts, deletes and replaces documents, with the session.
 *
 * @param <T> the class of the documents
 */
abstract class CollectionWrites<T> extends CollectionReads<T> {

    CollectionWrites(MongoCollection<T> delegate, SessionBinding binding) {
        super(delegate, binding);
    }

    @Override
    public final BulkWriteResult bulkWrite(List<? extends WriteModel<? extends T>> requests) {
        return delegate.bulkWrite(binding.session(), requests);
    }

    @Override
    public final BulkWriteResult bulkWrite(List<? extends WriteModel<? extends T>> requests, BulkWriteOptions options) {
        return delegate.bulkWrite(binding.session(), requests, options);
    }

    @Override
    public final BulkWriteResult bulkWrite(ClientSession clientSession, List<? extends WriteModel<? extends T>> requests) {
        return delegate.bulkWrite(binding.own(clientSession, "MongoCollection.bulkWrite(…)"), requests);
    }

    @Override
    public final BulkWriteResult bulkWrite(ClientSession clientSession, List<? extends WriteModel<? extends T>> requests,
            BulkWriteOptions options) {
        return delegate.bulkWrite(binding.own(clientSession, "MongoCollection.bulkWrite(…)"), requests, options);
    }

    @Override
    public final InsertOneResult insertOne(T document) {
        return delegate.insertOne(binding.session(), document);
    }

    @Override
    public final InsertOneResult insertOne(T document, InsertOneOptions options) {
        return delegate.insertOne(binding.session(), document, options);
    }

    @Override
    public final InsertOneResult insertOne(ClientSession clientSession, T document) {
        return delegate.insertOne(binding.own(clientSession, "MongoCollection.insertOne(…)"), document);
    }

    @Override
    public final InsertOneResult insertOne(ClientSession clientSession, T document, InsertOneOptions options) {
        return delegate.insertOne(binding.own(clientSession, "MongoCollection.insertOne(…)"), document, options);
    }

    @Override
    public final InsertManyResult insertMany(List<? extends T> documents) {
        return delegate.insertMany(binding.session(), documents);
    }

    @Override
    public final InsertManyResult insertMany(List<? extends T> documents, InsertManyOptions options) {
        return delegate.insertMany(binding.session(), documents, options);
    }

    @Override
    public final InsertManyResult insertMany(ClientSession clientSession, List<? extends T> documents) {
        return delegate.insertMany(binding.own(clientSession, "MongoCollection.insertMany(…)"), documents);
    }

    @Override
    public final InsertManyResult insertMany(ClientSession clientSession, List<? extends T> documents,
            InsertManyOptions options) {
        return delegate.insertMany(binding.own(clientSession, "MongoCollection.insertMany(…)"), documents, options);
    }

    @Override
    public final DeleteResult deleteOne(Bson filter) {
        return delegate.deleteOne(binding.session(), filter);
    }

    @Override
    public final DeleteResult deleteOne(Bson filter, DeleteOptions options) {
        return delegate.deleteOne(binding.session(), filter, options);
    }

    @Override
    public final DeleteResult deleteOne(ClientSession clientSession, Bson filter) {
        return delegate.deleteOne(binding.own(clientSession, "MongoCollection.deleteOne(…)"), filter);
    }

    @Override
    public final DeleteResult deleteOne(ClientSession clientSession, Bson filter, DeleteOptions options) {
        return delegate.deleteOne(binding.own(clientSession, "MongoCollection.deleteOne(…)"), filter, options);
    }

    @Override
    public final DeleteResult deleteMany(Bson filter) {
        return delegate.deleteMany(binding.session(), filter);
    }

    @Override
    public final DeleteResult deleteMany(Bson filter, DeleteOptions options) {
        return delegate.deleteMany(binding.session(), filter, options);
    }

    @Override
    public final DeleteResult deleteMany(ClientSession clientSession, Bson filter) {
        return delegate.deleteMany(binding.own(clientSession, "MongoCollection.deleteMany(…)"), filter);
    }

    @Override
    public final DeleteResult deleteMany(ClientSession clientSession, Bson filter, DeleteOptions options) {
        return delegate.deleteMany(binding.own(clientSession, "MongoCollection.deleteMany(…)"), filter, options);
    }

    @Override
    public final UpdateResult replaceOne(Bson filter, T replacement) {
        return delegate.replaceOne(binding.session(), filter, replacement);
    }

    @Override
    public final UpdateResult replaceOne(Bson filter, T replacement, ReplaceOptions replaceOptions) {
        return delegate.replaceOne(binding.session(), filter, replacement, replaceOptions);
    }

    @Override
    public final UpdateResult replaceOne(ClientSession clientSession, Bson filter, T replacement) {
        return delegate.replaceOne(binding.own(clientSession, "MongoCollection.replaceOne(…)"), filter, replacement);
    }

    @Override
    public final UpdateResult replaceOne(ClientSession clientSession, Bson filter, T replacement,
            ReplaceOptions replaceOptions) {
        return delegate.replaceOne(binding.own(clientSession, "MongoCollection.replaceOne(…)"), filter, replacement,
                replaceOptions);
    }
}
