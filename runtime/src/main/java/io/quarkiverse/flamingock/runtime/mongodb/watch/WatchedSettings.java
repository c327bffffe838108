package io.quarkiverse.flamingock.runtime.mongodb.watch;

import java.util.concurrent.TimeUnit;

import org.bson.codecs.configuration.CodecRegistry;

import com.mongodb.MongoNamespace;
import com.mongodb.ReadConcern;
import com.mongodb.ReadPreference;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;

/**
 * What a collection is called and how it encodes; whatever is set stays watched.
 *
 * @param <T> the class of the documents
 */
abstract class WatchedSettings<T> implements MongoCollection<T> {

    final MongoCollection<T> delegate;
    final Operations operations;

    WatchedSettings(MongoCollection<T> delegate, Operations operations) {
        this.delegate = delegate;
        this.operations = operations;
    }

    @Override
    public MongoNamespace getNamespace() {
        return delegate.getNamespace();
    }

    @Override
    public Class<T> getDocumentClass() {
        return delegate.getDocumentClass();
    }

    @Override
    public CodecRegistry getCodecRegistry() {
        return delegate.getCodecRegistry();
    }

    @Override
    public ReadPreference getReadPreference() {
        return delegate.getReadPreference();
    }

    @Override
    public WriteConcern getWriteConcern() {
        return delegate.getWriteConcern();
    }

    @Override
    public ReadConcern getReadConcern() {
        return delegate.getReadConcern();
    }

    @Override
    public Long getTimeout(TimeUnit timeUnit) {
        return delegate.getTimeout(timeUnit);
    }

    @Override
    public <N> MongoCollection<N> withDocumentClass(Class<N> clazz) {
        return WatchedCollection.of(delegate.withDocumentClass(clazz), operations);
    }

    @Override
    public MongoCollection<T> withCodecRegistry(CodecRegistry codecRegistry) {
        return WatchedCollection.of(delegate.withCodecRegistry(codecRegistry), operations);
    }

    @Override
    public MongoCollection<T> withReadPreference(ReadPreference readPreference) {
        return WatchedCollection.of(delegate.withReadPreference(readPreference), operations);
    }

    @Override
    public MongoCollection<T> withWriteConcern(WriteConcern writeConcern) {
        return WatchedCollection.of(delegate.withWriteConcern(writeConcern), operations);
    }

    @Override
    public MongoCollection<T> withReadConcern(ReadConcern readConcern) {
        return WatchedCollection.of(delegate.withReadConcern(readConcern), operations);
    }

    @Override
    public MongoCollection<T> withTimeout(long timeout, TimeUnit timeUnit) {
        return WatchedCollection.of(delegate.withTimeout(timeout, timeUnit), operations);
    }
}
