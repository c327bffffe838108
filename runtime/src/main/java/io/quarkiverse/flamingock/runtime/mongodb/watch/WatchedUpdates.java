package io.quarkiverse.flamingock.runtime.mongodb.watch;

import java.util.List;

import org.bson.conversions.Bson;

import com.mongodb.client.ClientSession;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.result.UpdateResult;

/**
 * What updates documents.
 *
 * @param <T> the class of the documents
 */
abstract class WatchedUpdates<T> extends WatchedWrites<T> {

    WatchedUpdates(MongoCollection<T> delegate, Operations operations) {
        super(delegate, operations);
    }

    @Override
    public UpdateResult updateOne(Bson filter, Bson update) {
        return operations.whole(null, session -> delegate.updateOne(session, filter, update), Results::of);
    }

    @Override
    public UpdateResult updateOne(Bson filter, Bson update, UpdateOptions updateOptions) {
        return operations.whole(null, session -> delegate.updateOne(session, filter, update, updateOptions), Results::of);
    }

    @Override
    public UpdateResult updateOne(ClientSession clientSession, Bson filter, Bson update) {
        return operations.whole(clientSession, session -> delegate.updateOne(session, filter, update), Results::of);
    }

    @Override
    public UpdateResult updateOne(ClientSession clientSession, Bson filter, Bson update, UpdateOptions updateOptions) {
        return operations.whole(clientSession, session -> delegate.updateOne(session, filter, update, updateOptions),
                Results::of);
    }

    @Override
    public UpdateResult updateOne(Bson filter, List<? extends Bson> update) {
        return operations.whole(null, session -> delegate.updateOne(session, filter, update), Results::of);
    }

    @Override
    public UpdateResult updateOne(Bson filter, List<? extends Bson> update, UpdateOptions updateOptions) {
        return operations.whole(null, session -> delegate.updateOne(session, filter, update, updateOptions), Results::of);
    }

    @Override
    public UpdateResult updateOne(ClientSession clientSession, Bson filter, List<? extends Bson> update) {
        return operations.whole(clientSession, session -> delegate.updateOne(session, filter, update), Results::of);
    }

    @Override
    public UpdateResult updateOne(ClientSession clientSession, Bson filter, List<? extends Bson> update,
            UpdateOptions updateOptions) {
        return operations.whole(clientSession, session -> delegate.updateOne(session, filter, update, updateOptions),
                Results::of);
    }

    @Override
    public UpdateResult updateMany(Bson filter, Bson update) {
        return operations.parts(null, session -> delegate.updateMany(session, filter, update), Results::of);
    }

    @Override
    public UpdateResult updateMany(Bson filter, Bson update, UpdateOptions updateOptions) {
        return operations.parts(null, session -> delegate.updateMany(session, filter, update, updateOptions), Results::of);
    }

    @Override
    public UpdateResult updateMany(ClientSession clientSession, Bson filter, Bson update) {
        return operations.parts(clientSession, session -> delegate.updateMany(session, filter, update), Results::of);
    }

    @Override
    public UpdateResult updateMany(ClientSession clientSession, Bson filter, Bson update, UpdateOptions updateOptions) {
        return operations.parts(clientSession, session -> delegate.updateMany(session, filter, update, updateOptions),
                Results::of);
    }

    @Override
    public UpdateResult updateMany(Bson filter, List<? extends Bson> update) {
        return operations.parts(null, session -> delegate.updateMany(session, filter, update), Results::of);
    }

    @Override
    public UpdateResult updateMany(Bson filter, List<? extends Bson> update, UpdateOptions updateOptions) {
        return operations.parts(null, session -> delegate.updateMany(session, filter, update, updateOptions), Results::of);
    }

    @Override
    public UpdateResult updateMany(ClientSession clientSession, Bson filter, List<? extends Bson> update) {
        return operations.parts(clientSession, session -> delegate.updateMany(session, filter, update), Results::of);
    }

    @Override
    public UpdateResult updateMany(ClientSession clientSession, Bson filter, List<? extends Bson> update,
            UpdateOptions updateOptions) {
        return operations.parts(clientSession, session -> delegate.updateMany(session, filter, update, updateOptions),
                Results::of);
    }
}
