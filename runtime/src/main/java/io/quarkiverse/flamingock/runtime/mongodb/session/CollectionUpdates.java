package io.quarkiverse.flamingock.runtime.mongodb.session;

import java.util.List;

import org.bson.conversions.Bson;

import com.mongodb.client.ClientSession;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.result.UpdateResult;

/**
 * What updates documents, with the session.
 *
 * @param <T> the class of the documents
 */
abstract class CollectionUpdates<T> extends CollectionWrites<T> {

    CollectionUpdates(MongoCollection<T> delegate, SessionBinding binding) {
        super(delegate, binding);
    }

    @Override
    public final UpdateResult updateOne(Bson filter, Bson update) {
        return delegate.updateOne(binding.session(), filter, update);
    }

    @Override
    public final UpdateResult updateOne(Bson filter, Bson update, UpdateOptions updateOptions) {
        return delegate.updateOne(binding.session(), filter, update, updateOptions);
    }

    @Override
    public final UpdateResult updateOne(ClientSession clientSession, Bson filter, Bson update) {
        return delegate.updateOne(binding.own(clientSession, "MongoCollection.updateOne(…)"), filter, update);
    }

    @Override
    public final UpdateResult updateOne(ClientSession clientSession, Bson filter, Bson update, UpdateOptions updateOptions) {
        return delegate.updateOne(binding.own(clientSession, "MongoCollection.updateOne(…)"), filter, update, updateOptions);
    }

    @Override
    public final UpdateResult updateOne(Bson filter, List<? extends Bson> update) {
        return delegate.updateOne(binding.session(), filter, update);
    }

    @Override
    public final UpdateResult updateOne(Bson filter, List<? extends Bson> update, UpdateOptions updateOptions) {
        return delegate.updateOne(binding.session(), filter, update, updateOptions);
    }

    @Override
    public final UpdateResult updateOne(ClientSession clientSession, Bson filter, List<? extends Bson> update) {
        return delegate.updateOne(binding.own(clientSession, "MongoCollection.updateOne(…)"), filter, update);
    }

    @Override
    public final UpdateResult updateOne(ClientSession clientSession, Bson filter, List<? extends Bson> update,
            UpdateOptions updateOptions) {
        return delegate.updateOne(binding.own(clientSession, "MongoCollection.updateOne(…)"), filter, update, updateOptions);
    }

    @Override
    public final UpdateResult updateMany(Bson filter, Bson update) {
        return delegate.updateMany(binding.session(), filter, update);
    }

    @Override
    public final UpdateResult updateMany(Bson filter, Bson update, UpdateOptions updateOptions) {
        return delegate.updateMany(binding.session(), filter, update, updateOptions);
    }

    @Override
    public final UpdateResult updateMany(ClientSession clientSession, Bson filter, Bson update) {
        return delegate.updateMany(binding.own(clientSession, "MongoCollection.updateMany(…)"), filter, update);
    }

    @Override
    public final UpdateResult updateMany(ClientSession clientSession, Bson filter, Bson update, UpdateOptions updateOptions) {
        return delegate.updateMany(binding.own(clientSession, "MongoCollection.updateMany(…)"), filter, update, updateOptions);
    }

    @Override
    public final UpdateResult updateMany(Bson filter, List<? extends Bson> update) {
        return delegate.updateMany(binding.session(), filter, update);
    }

    @Override
    public final UpdateResult updateMany(Bson filter, List<? extends Bson> update, UpdateOptions updateOptions) {
        return delegate.updateMany(binding.session(), filter, update, updateOptions);
    }

    @Override
    public final UpdateResult updateMany(ClientSession clientSession, Bson filter, List<? extends Bson> update) {
        return delegate.updateMany(binding.own(clientSession, "MongoCollection.updateMany(…)"), filter, update);
    }

    @Override
    public final UpdateResult updateMany(ClientSession clientSession, Bson filter, List<? extends Bson> update,
            UpdateOptions updateOptions) {
        return delegate.updateMany(binding.own(clientSession, "MongoCollection.updateMany(…)"), filter, update, updateOptions);
    }
}
