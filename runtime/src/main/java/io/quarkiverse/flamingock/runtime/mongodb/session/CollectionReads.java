package io.quarkiverse.flamingock.runtime.mongodb.session;

import java.util.List;

import org.bson.conversions.Bson;

import com.mongodb.client.AggregateIterable;
import com.mongodb.client.ClientSession;
import com.mongodb.client.DistinctIterable;
import com.mongodb.client.FindIterable;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.CountOptions;

/**
 * What reads documents, with the session.
 *
 * @param <T> the class of the documents
 */
abstract class CollectionReads<T> extends CollectionSettings<T> {

    CollectionReads(MongoCollection<T> delegate, SessionBinding binding) {
        super(delegate, binding);
    }

    @Override
    public final long countDocuments() {
        return delegate.countDocuments(binding.session());
    }

    @Override
    public final long countDocuments(Bson filter) {
        return delegate.countDocuments(binding.session(), filter);
    }

    @Override
    public final long countDocuments(Bson filter, CountOptions options) {
        return delegate.countDocuments(binding.session(), filter, options);
    }

    @Override
    public final long countDocuments(ClientSession clientSession) {
        return delegate.countDocuments(binding.own(clientSession, "MongoCollection.countDocuments(…)"));
    }

    @Override
    public final long countDocuments(ClientSession clientSession, Bson filter) {
        return delegate.countDocuments(binding.own(clientSession, "MongoCollection.countDocuments(…)"), filter);
    }

    @Override
    public final long countDocuments(ClientSession clientSession, Bson filter, CountOptions options) {
        return delegate.countDocuments(binding.own(clientSession, "MongoCollection.countDocuments(…)"), filter, options);
    }

    @Override
    public final <R> DistinctIterable<R> distinct(String fieldName, Class<R> resultClass) {
        return delegate.distinct(binding.session(), fieldName, resultClass);
    }

    @Override
    public final <R> DistinctIterable<R> distinct(String fieldName, Bson filter, Class<R> resultClass) {
        return delegate.distinct(binding.session(), fieldName, filter, resultClass);
    }

    @Override
    public final <R> DistinctIterable<R> distinct(ClientSession clientSession, String fieldName, Class<R> resultClass) {
        return delegate.distinct(binding.own(clientSession, "MongoCollection.distinct(…)"), fieldName, resultClass);
    }

    @Override
    public final <R> DistinctIterable<R> distinct(ClientSession clientSession, String fieldName, Bson filter,
            Class<R> resultClass) {
        return delegate.distinct(binding.own(clientSession, "MongoCollection.distinct(…)"), fieldName, filter, resultClass);
    }

    @Override
    public final FindIterable<T> find() {
        return delegate.find(binding.session());
    }

    @Override
    public final <R> FindIterable<R> find(Class<R> resultClass) {
        return delegate.find(binding.session(), resultClass);
    }

    @Override
    public final FindIterable<T> find(Bson filter) {
        return delegate.find(binding.session(), filter);
    }

    @Override
    public final <R> FindIterable<R> find(Bson filter, Class<R> resultClass) {
        return delegate.find(binding.session(), filter, resultClass);
    }

    @Override
    public final FindIterable<T> find(ClientSession clientSession) {
        return delegate.find(binding.own(clientSession, "MongoCollection.find(…)"));
    }

    @Override
    public final <R> FindIterable<R> find(ClientSession clientSession, Class<R> resultClass) {
        return delegate.find(binding.own(clientSession, "MongoCollection.find(…)"), resultClass);
    }

    @Override
    public final FindIterable<T> find(ClientSession clientSession, Bson filter) {
        return delegate.find(binding.own(clientSession, "MongoCollection.find(…)"), filter);
    }

    @Override
    public final <R> FindIterable<R> find(ClientSession clientSession, Bson filter, Class<R> resultClass) {
        return delegate.find(binding.own(clientSession, "MongoCollection.find(…)"), filter, resultClass);
    }

    @Override
    public final AggregateIterable<T> aggregate(List<? extends Bson> pipeline) {
        binding.checkPipeline("MongoCollection.aggregate(…)", pipeline);
        return delegate.aggregate(binding.session(), pipeline);
    }

    @Override
    public final <R> AggregateIterable<R> aggregate(List<? extends Bson> pipeline, Class<R> resultClass) {
        binding.checkPipeline("MongoCollection.aggregate(…)", pipeline);
        return delegate.aggregate(binding.session(), pipeline, resultClass);
    }

    @Override
    public final AggregateIterable<T> aggregate(ClientSession clientSession, List<? extends Bson> pipeline) {
        binding.checkPipeline("MongoCollection.aggregate(…)", pipeline);
        return delegate.aggregate(binding.own(clientSession, "MongoCollection.aggregate(…)"), pipeline);
    }

    @Override
    public final <R> AggregateIterable<R> aggregate(ClientSession clientSession, List<? extends Bson> pipeline,
            Class<R> resultClass) {
        binding.checkPipeline("MongoCollection.aggregate(…)", pipeline);
        return delegate.aggregate(binding.own(clientSession, "MongoCollection.aggregate(…)"), pipeline, resultClass);
    }
}
