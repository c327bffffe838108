package io.quarkiverse.flamingock.runtime.mongodb.session;

import java.util.List;

import org.bson.conversions.Bson;

import com.mongodb.client.ClientSession;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.FindOneAndDeleteOptions;
import com.mongodb.client.model.FindOneAndReplaceOptions;
import com.mongodb.client.model.FindOneAndUpdateOptions;

/**
 * What changes one document and returns it, with the session.
 *
 * @param <T> the class of the documents
 */
abstract class CollectionFindAndModify<T> extends CollectionUpdates<T> {

    CollectionFindAndModify(MongoCollection<T> delegate, SessionBinding binding) {
        super(delegate, binding);
    }

    @Override
    public final T findOneAndDelete(Bson filter) {
        return delegate.findOneAndDelete(binding.session(), filter);
    }

    @Override
    public final T findOneAndDelete(Bson filter, FindOneAndDeleteOptions options) {
        return delegate.findOneAndDelete(binding.session(), filter, options);
    }

    @Override
    public final T findOneAndDelete(ClientSession clientSession, Bson filter) {
        return delegate.findOneAndDelete(binding.own(clientSession, "MongoCollection.findOneAndDelete(…)"), filter);
    }

    @Override
    public final T findOneAndDelete(ClientSession clientSession, Bson filter, FindOneAndDeleteOptions options) {
        return delegate.findOneAndDelete(binding.own(clientSession, "MongoCollection.findOneAndDelete(…)"), filter, options);
    }

    @Override
    public final T findOneAndReplace(Bson filter, T replacement) {
        return delegate.findOneAndReplace(binding.session(), filter, replacement);
    }

    @Override
    public final T findOneAndReplace(Bson filter, T replacement, FindOneAndReplaceOptions options) {
        return delegate.findOneAndReplace(binding.session(), filter, replacement, options);
    }

    @Override
    public final T findOneAndReplace(ClientSession clientSession, Bson filter, T replacement) {
        return delegate.findOneAndReplace(binding.own(clientSession, "MongoCollection.findOneAndReplace(…)"), filter,
                replacement);
    }

    @Override
    public final T findOneAndReplace(ClientSession clientSession, Bson filter, T replacement,
            FindOneAndReplaceOptions options) {
        return delegate.findOneAndReplace(binding.own(clientSession, "MongoCollection.findOneAndReplace(…)"), filter,
                replacement, options);
    }

    @Override
    public final T findOneAndUpdate(Bson filter, Bson update) {
        return delegate.findOneAndUpdate(binding.session(), filter, update);
    }

    @Override
    public final T findOneAndUpdate(Bson filter, Bson update, FindOneAndUpdateOptions options) {
        return delegate.findOneAndUpdate(binding.session(), filter, update, options);
    }

    @Override
    public final T findOneAndUpdate(ClientSession clientSession, Bson filter, Bson update) {
        return delegate.findOneAndUpdate(binding.own(clientSession, "MongoCollection.findOneAndUpdate(…)"), filter, update);
    }

    @Override
    public final T findOneAndUpdate(ClientSession clientSession, Bson filter, Bson update, FindOneAndUpdateOptions options) {
        return delegate.findOneAndUpdate(binding.own(clientSession, "MongoCollection.findOneAndUpdate(…)"), filter, update,
                options);
    }

    @Override
    public final T findOneAndUpdate(Bson filter, List<? extends Bson> update) {
        return delegate.findOneAndUpdate(binding.session(), filter, update);
    }

    @Override
    public final T findOneAndUpdate(Bson filter, List<? extends Bson> update, FindOneAndUpdateOptions options) {
        return delegate.findOneAndUpdate(binding.session(), filter, update, options);
    }

    @Override
    public final T findOneAndUpdate(ClientSession clientSession, Bson filter, List<? extends Bson> update) {
        return delegate.findOneAndUpdate(binding.own(clientSession, "MongoCollection.findOneAndUpdate(…)"), filter, update);
    }

    @Override
    public final T findOneAndUpdate(ClientSession clientSession, Bson filter, List<? extends Bson> update,
            FindOneAndUpdateOptions options) {
        return delegate.findOneAndUpdate(binding.own(clientSession, "MongoCollection.findOneAndUpdate(…)"), filter, update,
                options);
    }
}
