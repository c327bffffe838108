package io.quarkiverse.flamingock.runtime.mongodb.watch;

import java.util.List;

import org.bson.conversions.Bson;

import com.mongodb.client.ClientSession;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.FindOneAndDeleteOptions;
import com.mongodb.client.model.FindOneAndReplaceOptions;
import com.mongodb.client.model.FindOneAndUpdateOptions;

/**
 * What changes one document and returns it.
 *
 * @param <T> the class of the documents
 */
abstract class WatchedFindAndModify<T> extends WatchedUpdates<T> {

    WatchedFindAndModify(MongoCollection<T> delegate, Operations operations) {
        super(delegate, operations);
    }

    @Override
    public T findOneAndDelete(Bson filter) {
        return operations.found(null, session -> delegate.findOneAndDelete(session, filter), false);
    }

    @Override
    public T findOneAndDelete(Bson filter, FindOneAndDeleteOptions options) {
        return operations.found(null, session -> delegate.findOneAndDelete(session, filter, options), false);
    }

    @Override
    public T findOneAndDelete(ClientSession clientSession, Bson filter) {
        return operations.found(clientSession, session -> delegate.findOneAndDelete(session, filter), false);
    }

    @Override
    public T findOneAndDelete(ClientSession clientSession, Bson filter, FindOneAndDeleteOptions options) {
        return operations.found(clientSession, session -> delegate.findOneAndDelete(session, filter, options), false);
    }

    @Override
    public T findOneAndReplace(Bson filter, T replacement) {
        return operations.found(null, session -> delegate.findOneAndReplace(session, filter, replacement), false);
    }

    @Override
    public T findOneAndReplace(Bson filter, T replacement, FindOneAndReplaceOptions options) {
        return operations.found(null, session -> delegate.findOneAndReplace(session, filter, replacement, options),
                options.isUpsert());
    }

    @Override
    public T findOneAndReplace(ClientSession clientSession, Bson filter, T replacement) {
        return operations.found(clientSession, session -> delegate.findOneAndReplace(session, filter, replacement), false);
    }

    @Override
    public T findOneAndReplace(ClientSession clientSession, Bson filter, T replacement, FindOneAndReplaceOptions options) {
        return operations.found(clientSession, session -> delegate.findOneAndReplace(session, filter, replacement, options),
                options.isUpsert());
    }

    @Override
    public T findOneAndUpdate(Bson filter, Bson update) {
        return operations.found(null, session -> delegate.findOneAndUpdate(session, filter, update), false);
    }

    @Override
    public T findOneAndUpdate(Bson filter, Bson update, FindOneAndUpdateOptions options) {
        return operations.found(null, session -> delegate.findOneAndUpdate(session, filter, update, options),
                options.isUpsert());
    }

    @Override
    public T findOneAndUpdate(ClientSession clientSession, Bson filter, Bson update) {
        return operations.found(clientSession, session -> delegate.findOneAndUpdate(session, filter, update), false);
    }

    @Override
    public T findOneAndUpdate(ClientSession clientSession, Bson filter, Bson update, FindOneAndUpdateOptions options) {
        return operations.found(clientSession, session -> delegate.findOneAndUpdate(session, filter, update, options),
                options.isUpsert());
    }

    @Override
    public T findOneAndUpdate(Bson filter, List<? extends Bson> update) {
        return operations.found(null, session -> delegate.findOneAndUpdate(session, filter, update), false);
    }

    @Override
    public T findOneAndUpdate(Bson filter, List<? extends Bson> update, FindOneAndUpdateOptions options) {
        return operations.found(null, session -> delegate.findOneAndUpdate(session, filter, update, options),
                options.isUpsert());
    }

    @Override
    public T findOneAndUpdate(ClientSession clientSession, Bson filter, List<? extends Bson> update) {
        return operations.found(clientSession, session -> delegate.findOneAndUpdate(session, filter, update), false);
    }

    @Override
    public T findOneAndUpdate(ClientSession clientSession, Bson filter, List<? extends Bson> update,
            FindOneAndUpdateOptions options) {
        return operations.found(clientSession, session -> delegate.findOneAndUpdate(session, filter, update, options),
                options.isUpsert());
    }
}
