package io.quarkiverse.flamingock.runtime.mongodb.session;

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
 * A client with its settings, whose operations all take part in the transaction of a change, or are refused.
 */
class BoundCluster implements MongoCluster {

    final MongoCluster delegate;
    final SessionBinding binding;

    BoundCluster(MongoCluster delegate, SessionBinding binding) {
        this.delegate = delegate;
        this.binding = binding;
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
    public final MongoCluster withCodecRegistry(CodecRegistry codecRegistry) {
        return new BoundCluster(delegate.withCodecRegistry(codecRegistry), binding);
    }

    @Override
    public final MongoCluster withReadPreference(ReadPreference readPreference) {
        return new BoundCluster(delegate.withReadPreference(readPreference), binding);
    }

    @Override
    public final MongoCluster withWriteConcern(WriteConcern writeConcern) {
        return new BoundCluster(delegate.withWriteConcern(writeConcern), binding);
    }

    @Override
    public final MongoCluster withReadConcern(ReadConcern readConcern) {
        return new BoundCluster(delegate.withReadConcern(readConcern), binding);
    }

    @Override
    public final MongoCluster withTimeout(long timeout, TimeUnit timeUnit) {
        return new BoundCluster(delegate.withTimeout(timeout, timeUnit), binding);
    }

    @Override
    public final MongoDatabase getDatabase(String databaseName) {
        return new BoundDatabase(delegate.getDatabase(databaseName), binding);
    }

    @Override
    public final ClientBulkWriteResult bulkWrite(List<? extends ClientNamespacedWriteModel> models) {
        return delegate.bulkWrite(binding.session(), models);
    }

    @Override
    public final ClientBulkWriteResult bulkWrite(List<? extends ClientNamespacedWriteModel> models,
            ClientBulkWriteOptions options) {
        return delegate.bulkWrite(binding.session(), models, options);
    }

    @Override
    public final ClientBulkWriteResult bulkWrite(ClientSession clientSession,
            List<? extends ClientNamespacedWriteModel> models) {
        return delegate.bulkWrite(binding.own(clientSession, "MongoClient.bulkWrite(…)"), models);
    }

    @Override
    public final ClientBulkWriteResult bulkWrite(ClientSession clientSession, List<? extends ClientNamespacedWriteModel> models,
            ClientBulkWriteOptions options) {
        return delegate.bulkWrite(binding.own(clientSession, "MongoClient.bulkWrite(…)"), models, options);
    }

    @Override
    public final ClientSession startSession() {
        throw binding.ends("MongoClient.startSession()");
    }

    @Override
    public final ClientSession startSession(ClientSessionOptions options) {
        throw binding.ends("MongoClient.startSession(…)");
    }

    @Override
    public final MongoIterable<String> listDatabaseNames() {
        throw binding.refused("MongoClient.listDatabaseNames()");
    }

    @Override
    public final MongoIterable<String> listDatabaseNames(ClientSession clientSession) {
        throw binding.refused("MongoClient.listDatabaseNames(…)");
    }

    @Override
    public final ListDatabasesIterable<Document> listDatabases() {
        throw binding.refused("MongoClient.listDatabases()");
    }

    @Override
    public final ListDatabasesIterable<Document> listDatabases(ClientSession clientSession) {
        throw binding.refused("MongoClient.listDatabases(…)");
    }

    @Override
    public final <R> ListDatabasesIterable<R> listDatabases(Class<R> resultClass) {
        throw binding.refused("MongoClient.listDatabases(…)");
    }

    @Override
    public final <R> ListDatabasesIterable<R> listDatabases(ClientSession clientSession, Class<R> resultClass) {
        throw binding.refused("MongoClient.listDatabases(…)");
    }

    @Override
    public final ChangeStreamIterable<Document> watch() {
        throw binding.refused("MongoClient.watch()");
    }

    @Override
    public final <R> ChangeStreamIterable<R> watch(Class<R> resultClass) {
        throw binding.refused("MongoClient.watch(…)");
    }

    @Override
    public final ChangeStreamIterable<Document> watch(List<? extends Bson> pipeline) {
        throw binding.refused("MongoClient.watch(…)");
    }

    @Override
    public final <R> ChangeStreamIterable<R> watch(List<? extends Bson> pipeline, Class<R> resultClass) {
        throw binding.refused("MongoClient.watch(…)");
    }

    @Override
    public final ChangeStreamIterable<Document> watch(ClientSession clientSession) {
        throw binding.refused("MongoClient.watch(…)");
    }

    @Override
    public final <R> ChangeStreamIterable<R> watch(ClientSession clientSession, Class<R> resultClass) {
        throw binding.refused("MongoClient.watch(…)");
    }

    @Override
    public final ChangeStreamIterable<Document> watch(ClientSession clientSession, List<? extends Bson> pipeline) {
        throw binding.refused("MongoClient.watch(…)");
    }

    @Override
    public final <R> ChangeStreamIterable<R> watch(ClientSession clientSession, List<? extends Bson> pipeline,
            Class<R> resultClass) {
        throw binding.refused("MongoClient.watch(…)");
    }
}
