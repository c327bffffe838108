package io.quarkiverse.flamingock.runtime.mongodb.watch;

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
 * What inserts, deletes and replaces documents.
 *
 * @param <T> the class of the documents
 */
abstract class WatchedWrites<T> extends WatchedReads<T> {

    WatchedWrites(MongoCollection<T> delegate, Operations operations) {
        super(delegate, operations);
    }

    @Override
    public BulkWriteResult bulkWrite(List<? extends WriteModel<? extends T>> requests) {
        return operations.bulk(null, requests, session -> delegate.bulkWrite(session, requests));
    }

    @Override
    public BulkWriteResult bulkWrite(List<? extends WriteModel<? extends T>> requests, BulkWriteOptions options) {
        return operations.bulk(null, requests, session -> delegate.bulkWrite(session, requests, options));
    }

    @Override
    public BulkWriteResult bulkWrite(ClientSession clientSession, List<? extends WriteModel<? extends T>> requests) {
        return operations.bulk(clientSession, requests, session -> delegate.bulkWrite(session, requests));
    }

    @Override
    public BulkWriteResult bulkWrite(ClientSession clientSession, List<? extends WriteModel<? extends T>> requests,
            BulkWriteOptions options) {
        return operations.bulk(clientSession, requests, session -> delegate.bulkWrite(session, requests, options));
    }

    @Override
    public InsertOneResult insertOne(T document) {
        return operations.whole(null, session -> delegate.insertOne(session, document), Results::of);
    }

    @Override
    public InsertOneResult insertOne(T document, InsertOneOptions options) {
        return operations.whole(null, session -> delegate.insertOne(session, document, options), Results::of);
    }

    @Override
    public InsertOneResult insertOne(ClientSession clientSession, T document) {
        return operations.whole(clientSession, session -> delegate.insertOne(session, document), Results::of);
    }

    @Override
    public InsertOneResult insertOne(ClientSession clientSession, T document, InsertOneOptions options) {
        return operations.whole(clientSession, session -> delegate.insertOne(session, document, options), Results::of);
    }

    @Override
    public InsertManyResult insertMany(List<? extends T> documents) {
        return operations.many(null, documents, session -> delegate.insertMany(session, documents));
    }

    @Override
    public InsertManyResult insertMany(List<? extends T> documents, InsertManyOptions options) {
        return operations.many(null, documents, session -> delegate.insertMany(session, documents, options));
    }

    @Override
    public InsertManyResult insertMany(ClientSession clientSession, List<? extends T> documents) {
        return operations.many(clientSession, documents, session -> delegate.insertMany(session, documents));
    }

    @Override
    public InsertManyResult insertMany(ClientSession clientSession, List<? extends T> documents, InsertManyOptions options) {
        return operations.many(clientSession, documents, session -> delegate.insertMany(session, documents, options));
    }

    @Override
    public DeleteResult deleteOne(Bson filter) {
        return operations.whole(null, session -> delegate.deleteOne(session, filter), Results::of);
    }

    @Override
    public DeleteResult deleteOne(Bson filter, DeleteOptions options) {
        return operations.whole(null, session -> delegate.deleteOne(session, filter, options), Results::of);
    }

    @Override
    public DeleteResult deleteOne(ClientSession clientSession, Bson filter) {
        return operations.whole(clientSession, session -> delegate.deleteOne(session, filter), Results::of);
    }

    @Override
    public DeleteResult deleteOne(ClientSession clientSession, Bson filter, DeleteOptions options) {
        return operations.whole(clientSession, session -> delegate.deleteOne(session, filter, options), Results::of);
    }

    @Override
    public DeleteResult deleteMany(Bson filter) {
        return operations.parts(null, session -> delegate.deleteMany(session, filter), Results::of);
    }

    @Override
    public DeleteResult deleteMany(Bson filter, DeleteOptions options) {
        return operations.parts(null, session -> delegate.deleteMany(session, filter, options), Results::of);
    }

    @Override
    public DeleteResult deleteMany(ClientSession clientSession, Bson filter) {
        return operations.parts(clientSession, session -> delegate.deleteMany(session, filter), Results::of);
    }

    @Override
    public DeleteResult deleteMany(ClientSession clientSession, Bson filter, DeleteOptions options) {
        return operations.parts(clientSession, session -> delegate.deleteMany(session, filter, options), Results::of);
    }

    @Override
    public UpdateResult replaceOne(Bson filter, T replacement) {
        return operations.whole(null, session -> delegate.replaceOne(session, filter, replacement), Results::of);
    }

    @Override
    public UpdateResult replaceOne(Bson filter, T replacement, ReplaceOptions replaceOptions) {
        return operations.whole(null, session -> delegate.replaceOne(session, filter, replacement, replaceOptions),
                Results::of);
    }

    @Override
    public UpdateResult replaceOne(ClientSession clientSession, Bson filter, T replacement) {
        return operations.whole(clientSession, session -> delegate.replaceOne(session, filter, replacement), Results::of);
    }

    @Override
    public UpdateResult replaceOne(ClientSession clientSession, Bson filter, T replacement, ReplaceOptions replaceOptions) {
        return operations.whole(clientSession, session -> delegate.replaceOne(session, filter, replacement, replaceOptions),
                Results::of);
    }
}
