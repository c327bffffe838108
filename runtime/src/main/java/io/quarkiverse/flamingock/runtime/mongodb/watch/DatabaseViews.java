package io.quarkiverse.flamingock.runtime.mongodb.watch;

import java.util.List;
import java.util.concurrent.TimeUnit;

import org.bson.Document;
import org.bson.codecs.configuration.CodecRegistry;
import org.bson.conversions.Bson;

import com.mongodb.ReadConcern;
import com.mongodb.ReadPreference;
import com.mongodb.WriteConcern;
import com.mongodb.client.ChangeStreamIterable;
import com.mongodb.client.ClientSession;
import com.mongodb.client.ListCollectionNamesIterable;
import com.mongodb.client.ListCollectionsIterable;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;

/**
 * What a database is called and how it encodes, and its collections; whatever is set stays watched.
 */
abstract class DatabaseViews implements MongoDatabase {

    final MongoDatabase delegate;
    final Operations operations;

    DatabaseViews(MongoDatabase delegate, Operations operations) {
        this.delegate = delegate;
        this.operations = operations;
    }

    @Override
    public String getName() {
        return delegate.getName();
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
    public MongoDatabase withCodecRegistry(CodecRegistry codecRegistry) {
        return WatchedDatabase.of(delegate.withCodecRegistry(codecRegistry), operations);
    }

    @Override
    public MongoDatabase withReadPreference(ReadPreference readPreference) {
        return WatchedDatabase.of(delegate.withReadPreference(readPreference), operations);
    }

    @Override
    public MongoDatabase withWriteConcern(WriteConcern writeConcern) {
        return WatchedDatabase.of(delegate.withWriteConcern(writeConcern), operations);
    }

    @Override
    public MongoDatabase withReadConcern(ReadConcern readConcern) {
        return WatchedDatabase.of(delegate.withReadConcern(readConcern), operations);
    }

    @Override
    public MongoDatabase withTimeout(long timeout, TimeUnit timeUnit) {
        return WatchedDatabase.of(delegate.withTimeout(timeout, timeUnit), operations);
    }

    @Override
    public MongoCollection<Document> getCollection(String collectionName) {
        return WatchedCollection.of(delegate.getCollection(collectionName), operations);
    }

    @Override
    public <T> MongoCollection<T> getCollection(String collectionName, Class<T> documentClass) {
        return WatchedCollection.of(delegate.getCollection(collectionName, documentClass), operations);
    }

    @Override
    public ListCollectionNamesIterable listCollectionNames() {
        return delegate.listCollectionNames();
    }

    @Override
    public ListCollectionsIterable<Document> listCollections() {
        return delegate.listCollections();
    }

    @Override
    public <R> ListCollectionsIterable<R> listCollections(Class<R> resultClass) {
        return delegate.listCollections(resultClass);
    }

    @Override
    public ListCollectionNamesIterable listCollectionNames(ClientSession clientSession) {
        return delegate.listCollectionNames(operations.own(clientSession));
    }

    @Override
    public ListCollectionsIterable<Document> listCollections(ClientSession clientSession) {
        return delegate.listCollections(operations.own(clientSession));
    }

    @Override
    public <R> ListCollectionsIterable<R> listCollections(ClientSession clientSession, Class<R> resultClass) {
        return delegate.listCollections(operations.own(clientSession), resultClass);
    }

    @Override
    public ChangeStreamIterable<Document> watch() {
        return delegate.watch();
    }

    @Override
    public <R> ChangeStreamIterable<R> watch(Class<R> resultClass) {
        return delegate.watch(resultClass);
    }

    @Override
    public ChangeStreamIterable<Document> watch(List<? extends Bson> pipeline) {
        return delegate.watch(pipeline);
    }

    @Override
    public <R> ChangeStreamIterable<R> watch(List<? extends Bson> pipeline, Class<R> resultClass) {
        return delegate.watch(pipeline, resultClass);
    }

    @Override
    public ChangeStreamIterable<Document> watch(ClientSession clientSession) {
        return delegate.watch(operations.own(clientSession));
    }

    @Override
    public <R> ChangeStreamIterable<R> watch(ClientSession clientSession, Class<R> resultClass) {
        return delegate.watch(operations.own(clientSession), resultClass);
    }

    @Override
    public ChangeStreamIterable<Document> watch(ClientSession clientSession, List<? extends Bson> pipeline) {
        return delegate.watch(operations.own(clientSession), pipeline);
    }

    @Override
    public <R> ChangeStreamIterable<R> watch(ClientSession clientSession, List<? extends Bson> pipeline, Class<R> resultClass) {
        return delegate.watch(operations.own(clientSession), pipeline, resultClass);
    }
}
