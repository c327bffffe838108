package io.quarkiverse.flamingock.runtime.mongodb.watch;

import java.util.List;
import java.util.concurrent.TimeUnit;

import org.bson.Document;
import org.bson.codecs.configuration.CodecRegistry;
import org.bson.conversions.Bson;

import com.mongodb.ClientSessionOptions;
import com.mongodb.ReadConcern;
import com.mongodb.ReadPreference;
import com.mongodb.WriteConcern;
import com.mongodb.client.ChangeStreamIterable;
import com.mongodb.client.ClientSession;
import com.mongodb.client.ListDatabasesIterable;
import com.mongodb.client.MongoCluster;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.MongoIterable;
import com.mongodb.client.model.bulk.ClientBulkWriteOptions;
import com.mongodb.client.model.bulk.ClientBulkWriteResult;
import com.mongodb.client.model.bulk.ClientNamespacedWriteModel;

/**
 * A client with its settings that notes what comes of its operations.
 */
class WatchedCluster implements MongoCluster {

    final MongoCluster delegate;
    final Operations operations;

    WatchedCluster(MongoCluster delegate, Operations operations) {
        this.delegate = delegate;
        this.operations = operations;
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
    public MongoCluster withCodecRegistry(CodecRegistry codecRegistry) {
        return new WatchedCluster(delegate.withCodecRegistry(codecRegistry), operations);
    }

    @Override
    public MongoCluster withReadPreference(ReadPreference readPreference) {
        return new WatchedCluster(delegate.withReadPreference(readPreference), operations);
    }

    @Override
    public MongoCluster withWriteConcern(WriteConcern writeConcern) {
        return new WatchedCluster(delegate.withWriteConcern(writeConcern), operations);
    }

    @Override
    public MongoCluster withReadConcern(ReadConcern readConcern) {
        return new WatchedCluster(delegate.withReadConcern(readConcern), operations);
    }

    @Override
    public MongoCluster withTimeout(long timeout, TimeUnit timeUnit) {
        return new WatchedCluster(delegate.withTimeout(timeout, timeUnit), operations);
    }

    @Override
    public MongoDatabase getDatabase(String databaseName) {
        return WatchedDatabase.of(delegate.getDatabase(databaseName), operations);
    }

    @Override
    public ClientBulkWriteResult bulkWrite(List<? extends ClientNamespacedWriteModel> models) {
        return operations.parts(null, session -> delegate.bulkWrite(session, models), Results::of);
    }

    @Override
    public ClientBulkWriteResult bulkWrite(List<? extends ClientNamespacedWriteModel> models, ClientBulkWriteOptions options) {
        return operations.parts(null, session -> delegate.bulkWrite(session, models, options), Results::of);
    }

    @Override
    public ClientBulkWriteResult bulkWrite(ClientSession clientSession, List<? extends ClientNamespacedWriteModel> models) {
        return operations.parts(clientSession, session -> delegate.bulkWrite(session, models), Results::of);
    }

    @Override
    public ClientBulkWriteResult bulkWrite(ClientSession clientSession, List<? extends ClientNamespacedWriteModel> models,
            ClientBulkWriteOptions options) {
        return operations.parts(clientSession, session -> delegate.bulkWrite(session, models, options), Results::of);
    }

    @Override
    public ClientSession startSession() {
        return operations.watched(delegate.startSession());
    }

    @Override
    public ClientSession startSession(ClientSessionOptions options) {
        return operations.watched(delegate.startSession(options));
    }

    @Override
    public MongoIterable<String> listDatabaseNames() {
        return delegate.listDatabaseNames();
    }

    @Override
    public MongoIterable<String> listDatabaseNames(ClientSession clientSession) {
        return delegate.listDatabaseNames(operations.own(clientSession));
    }

    @Override
    public ListDatabasesIterable<Document> listDatabases() {
        return delegate.listDatabases();
    }

    @Override
    public ListDatabasesIterable<Document> listDatabases(ClientSession clientSession) {
        return delegate.listDatabases(operations.own(clientSession));
    }

    @Override
    public <R> ListDatabasesIterable<R> listDatabases(Class<R> resultClass) {
        return delegate.listDatabases(resultClass);
    }

    @Override
    public <R> ListDatabasesIterable<R> listDatabases(ClientSession clientSession, Class<R> resultClass) {
        return delegate.listDatabases(operations.own(clientSession), resultClass);
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
