package io.quarkiverse.flamingock.runtime.mongodb.session;

import java.util.concurrent.TimeUnit;

import org.bson.codecs.configuration.CodecRegistry;

import com.mongodb.MongoNamespace;
import com.mongodb.ReadConcern;
import com.mongodb.ReadPreference;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;

/**
 * What a collection is called and how it encodes; whatever is set keeps the session.
 *
 * @param <T> the class of its documents
 */
abstract class CollectionSettings<T> implements MongoCollection<T> {

    final MongoCollection<T> delegate;
    final SessionBinding binding;

    CollectionSettings(MongoCollection<T> delegate, SessionBinding binding) {
        this.delegate = delegate;
        this.binding = binding;
    }

    /** The driver would send a write concern with what creates something, and the server refuses that in a transaction. */
    final MongoCollection<T> creating() {
        return delegate.withWriteConcern(WriteConcern.ACKNOWLEDGED);
    }

    @Override
    public final MongoNamespace getNamespace() {
        return delegate.getNamespace();
    }

    @Override
    public final Class<T> getDocumentClass() {
        return delegate.getDocumentClass();
    }

    @Override
    public final CodecRegistry getCodecRegistry() {
        return delegate.getCodecRegistry();
    }

    @Override
    public final ReadPreference getReadPreference() {
        return delegate.getReadPreference();
    }

    @Override
    public final WriteConcern getWriteConcern() {
        return delegate.getWriteConcern();
    }

    @Override
    public final ReadConcern getReadConcern() {
        return delegate.getReadConcern();
    }

    @Override
    public final Long getTimeout(TimeUnit timeUnit) {
        return delegate.getTimeout(timeUnit);
    }

    @Override
    public final <N> MongoCollection<N> withDocumentClass(Class<N> clazz) {
        return new BoundCollection<>(delegate.withDocumentClass(clazz), binding);
    }

    @Override
    public final MongoCollection<T> withCodecRegistry(CodecRegistry codecRegistry) {
        return new BoundCollection<>(delegate.withCodecRegistry(codecRegistry), binding);
    }

    @Override
    public final MongoCollection<T> withReadPreference(ReadPreference readPreference) {
        return new BoundCollection<>(delegate.withReadPreference(readPreference), binding);
    }

    @Override
    public final MongoCollection<T> withWriteConcern(WriteConcern writeConcern) {
        return new BoundCollection<>(delegate.withWriteConcern(writeConcern), binding);
    }

    @Override
    public final MongoCollection<T> withReadConcern(ReadConcern readConcern) {
        return new BoundCollection<>(delegate.withReadConcern(readConcern), binding);
    }

    @Override
    public final MongoCollection<T> withTimeout(long timeout, TimeUnit timeUnit) {
        return new BoundCollection<>(delegate.withTimeout(timeout, timeUnit), binding);
    }
}
