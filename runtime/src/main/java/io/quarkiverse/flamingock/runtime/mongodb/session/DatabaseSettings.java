package io.quarkiverse.flamingock.runtime.mongodb.session;

import java.util.concurrent.TimeUnit;

import org.bson.Document;
import org.bson.codecs.configuration.CodecRegistry;

import com.mongodb.ReadConcern;
import com.mongodb.ReadPreference;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;

/**
 * What a database is called and how it encodes, and its collections; whatever is set keeps the session.
 */
abstract class DatabaseSettings implements MongoDatabase {

    final MongoDatabase delegate;
    final SessionBinding binding;

    DatabaseSettings(MongoDatabase delegate, SessionBinding binding) {
        this.delegate = delegate;
        this.binding = binding;
    }

    /** The driver would send a write concern with what creates something, and the server refuses that in a transaction. */
    final MongoDatabase creating() {
        return delegate.withWriteConcern(WriteConcern.ACKNOWLEDGED);
    }

    @Override
    public final String getName() {
        return delegate.getName();
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
    public final MongoDatabase withCodecRegistry(CodecRegistry codecRegistry) {
        return new BoundDatabase(delegate.withCodecRegistry(codecRegistry), binding);
    }

    @Override
    public final MongoDatabase withReadPreference(ReadPreference readPreference) {
        return new BoundDatabase(delegate.withReadPreference(readPreference), binding);
    }

    @Override
    public final MongoDatabase withWriteConcern(WriteConcern writeConcern) {
        return new BoundDatabase(delegate.withWriteConcern(writeConcern), binding);
    }

    @Override
    public final MongoDatabase withReadConcern(ReadConcern readConcern) {
        return new BoundDatabase(delegate.withReadConcern(readConcern), binding);
    }

    @Override
    public final MongoDatabase withTimeout(long timeout, TimeUnit timeUnit) {
        return new BoundDatabase(delegate.withTimeout(timeout, timeUnit), binding);
    }

    @Override
    public final MongoCollection<Document> getCollection(String collectionName) {
        return new BoundCollection<>(delegate.getCollection(collectionName), binding);
    }

    @Override
    public final <T> MongoCollection<T> getCollection(String collectionName, Class<T> documentClass) {
        return new BoundCollection<>(delegate.getCollection(collectionName, documentClass), binding);
    }
}
