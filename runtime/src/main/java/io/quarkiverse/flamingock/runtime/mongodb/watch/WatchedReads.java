package io.quarkiverse.flamingock.runtime.mongodb.watch;

import java.util.List;

import org.bson.conversions.Bson;

import com.mongodb.client.AggregateIterable;
import com.mongodb.client.ClientSession;
import com.mongodb.client.DistinctIterable;
import com.mongodb.client.FindIterable;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.CountOptions;

/**
 * What reads documents; an aggregation may write, too.
 *
 * @param <T> the class of the documents
 */
abstract class WatchedReads<T> extends WatchedSettings<T> {

    WatchedReads(MongoCollection<T> delegate, Operations operations) {
        super(delegate, operations);
    }

    @Override
    public long countDocuments() {
        return delegate.countDocuments();
    }

    @Override
    public long countDocuments(Bson filter) {
        return delegate.countDocuments(filter);
    }

    @Override
    public long countDocuments(Bson filter, CountOptions options) {
        return delegate.countDocuments(filter, options);
    }

    @Override
    public long countDocuments(ClientSession clientSession) {
        return delegate.countDocuments(operations.own(clientSession));
    }

    @Override
    public long countDocuments(ClientSession clientSession, Bson filter) {
        return delegate.countDocuments(operations.own(clientSession), filter);
    }

    @Override
    public long countDocuments(ClientSession clientSession, Bson filter, CountOptions options) {
        return delegate.countDocuments(operations.own(clientSession), filter, options);
    }

    @Override
    public <R> DistinctIterable<R> distinct(String fieldName, Class<R> resultClass) {
        return delegate.distinct(fieldName, resultClass);
    }

    @Override
    public <R> DistinctIterable<R> distinct(String fieldName, Bson filter, Class<R> resultClass) {
        return delegate.distinct(fieldName, filter, resultClass);
    }

    @Override
    public <R> DistinctIterable<R> distinct(ClientSession clientSession, String fieldName, Class<R> resultClass) {
        return delegate.distinct(operations.own(clientSession), fieldName, resultClass);
    }

    @Override
    public <R> DistinctIterable<R> distinct(ClientSession clientSession, String fieldName, Bson filter, Class<R> resultClass) {
        return delegate.distinct(operations.own(clientSession), fieldName, filter, resultClass);
    }

    @Override
    public FindIterable<T> find() {
        return delegate.find();
    }

    @Override
    public <R> FindIterable<R> find(Class<R> resultClass) {
        return delegate.find(resultClass);
    }

    @Override
    public FindIterable<T> find(Bson filter) {
        return delegate.find(filter);
    }

    @Override
    public <R> FindIterable<R> find(Bson filter, Class<R> resultClass) {
        return delegate.find(filter, resultClass);
    }

    @Override
    public FindIterable<T> find(ClientSession clientSession) {
        return delegate.find(operations.own(clientSession));
    }

    @Override
    public <R> FindIterable<R> find(ClientSession clientSession, Class<R> resultClass) {
        return delegate.find(operations.own(clientSession), resultClass);
    }

    @Override
    public FindIterable<T> find(ClientSession clientSession, Bson filter) {
        return delegate.find(operations.own(clientSession), filter);
    }

    @Override
    public <R> FindIterable<R> find(ClientSession clientSession, Bson filter, Class<R> resultClass) {
        return delegate.find(operations.own(clientSession), filter, resultClass);
    }

    @Override
    public AggregateIterable<T> aggregate(List<? extends Bson> pipeline) {
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
    public AggregateIterable<T> aggregate(ClientSession clientSession, List<? extends Bson> pipeline) {
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
}
