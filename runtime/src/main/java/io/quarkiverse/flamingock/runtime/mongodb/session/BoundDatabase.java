package io.quarkiverse.flamingock.runtime.mongodb.session;

import java.util.List;

import org.bson.Document;
import org.bson.conversions.Bson;

import com.mongodb.ReadPreference;
import com.mongodb.client.AggregateIterable;
import com.mongodb.client.ChangeStreamIterable;
import com.mongodb.client.ClientSession;
import com.mongodb.client.ListCollectionNamesIterable;
import com.mongodb.client.ListCollectionsIterable;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.CreateCollectionOptions;
import com.mongodb.client.model.CreateViewOptions;

/**
 * A database whose operations all take part in the transaction of a change, or are refused.
 */
final class BoundDatabase extends DatabaseSettings {

    BoundDatabase(MongoDatabase delegate, SessionBinding binding) {
        super(delegate, binding);
    }

    @Override
    public Document runCommand(Bson command) {
        binding.checkCommand("MongoDatabase.runCommand(…)", command);
        return delegate.runCommand(binding.session(), command);
    }

    @Override
    public Document runCommand(Bson command, ReadPreference readPreference) {
        binding.checkCommand("MongoDatabase.runCommand(…)", command);
        return delegate.runCommand(binding.session(), command, readPreference);
    }

    @Override
    public <R> R runCommand(Bson command, Class<R> resultClass) {
        binding.checkCommand("MongoDatabase.runCommand(…)", command);
        return delegate.runCommand(binding.session(), command, resultClass);
    }

    @Override
    public <R> R runCommand(Bson command, ReadPreference readPreference, Class<R> resultClass) {
        binding.checkCommand("MongoDatabase.runCommand(…)", command);
        return delegate.runCommand(binding.session(), command, readPreference, resultClass);
    }

    @Override
    public Document runCommand(ClientSession clientSession, Bson command) {
        binding.checkCommand("MongoDatabase.runCommand(…)", command);
        return delegate.runCommand(binding.own(clientSession, "MongoDatabase.runCommand(…)"), command);
    }

    @Override
    public Document runCommand(ClientSession clientSession, Bson command, ReadPreference readPreference) {
        binding.checkCommand("MongoDatabase.runCommand(…)", command);
        return delegate.runCommand(binding.own(clientSession, "MongoDatabase.runCommand(…)"), command, readPreference);
    }

    @Override
    public <R> R runCommand(ClientSession clientSession, Bson command, Class<R> resultClass) {
        binding.checkCommand("MongoDatabase.runCommand(…)", command);
        return delegate.runCommand(binding.own(clientSession, "MongoDatabase.runCommand(…)"), command, resultClass);
    }

    @Override
    public <R> R runCommand(ClientSession clientSession, Bson command, ReadPreference readPreference, Class<R> resultClass) {
        binding.checkCommand("MongoDatabase.runCommand(…)", command);
        return delegate.runCommand(binding.own(clientSession, "MongoDatabase.runCommand(…)"), command, readPreference,
                resultClass);
    }

    @Override
    public AggregateIterable<Document> aggregate(List<? extends Bson> pipeline) {
        binding.checkPipeline("MongoDatabase.aggregate(…)", pipeline);
        return delegate.aggregate(binding.session(), pipeline);
    }

    @Override
    public <R> AggregateIterable<R> aggregate(List<? extends Bson> pipeline, Class<R> resultClass) {
        binding.checkPipeline("MongoDatabase.aggregate(…)", pipeline);
        return delegate.aggregate(binding.session(), pipeline, resultClass);
    }

    @Override
    public AggregateIterable<Document> aggregate(ClientSession clientSession, List<? extends Bson> pipeline) {
        binding.checkPipeline("MongoDatabase.aggregate(…)", pipeline);
        return delegate.aggregate(binding.own(clientSession, "MongoDatabase.aggregate(…)"), pipeline);
    }

    @Override
    public <R> AggregateIterable<R> aggregate(ClientSession clientSession, List<? extends Bson> pipeline,
            Class<R> resultClass) {
        binding.checkPipeline("MongoDatabase.aggregate(…)", pipeline);
        return delegate.aggregate(binding.own(clientSession, "MongoDatabase.aggregate(…)"), pipeline, resultClass);
    }

    @Override
    public void createCollection(String collectionName) {
        binding.checkCreates("MongoDatabase.createCollection(…)");
        creating().createCollection(binding.session(), collectionName);
    }

    @Override
    public void createCollection(String collectionName, CreateCollectionOptions createCollectionOptions) {
        binding.checkCreates("MongoDatabase.createCollection(…)");
        creating().createCollection(binding.session(), collectionName, createCollectionOptions);
    }

    @Override
    public void createCollection(ClientSession clientSession, String collectionName) {
        binding.checkCreates("MongoDatabase.createCollection(…)");
        creating().createCollection(binding.own(clientSession, "MongoDatabase.createCollection(…)"), collectionName);
    }

    @Override
    public void createCollection(ClientSession clientSession, String collectionName,
            CreateCollectionOptions createCollectionOptions) {
        binding.checkCreates("MongoDatabase.createCollection(…)");
        creating().createCollection(binding.own(clientSession, "MongoDatabase.createCollection(…)"), collectionName,
                createCollectionOptions);
    }

    @Override
    public void drop() {
        throw binding.refused("MongoDatabase.drop()");
    }

    @Override
    public void drop(ClientSession clientSession) {
        throw binding.refused("MongoDatabase.drop(…)");
    }

    @Override
    public ListCollectionNamesIterable listCollectionNames() {
        throw binding.refused("MongoDatabase.listCollectionNames()");
    }

    @Override
    public ListCollectionsIterable<Document> listCollections() {
        throw binding.refused("MongoDatabase.listCollections()");
    }

    @Override
    public <R> ListCollectionsIterable<R> listCollections(Class<R> resultClass) {
        throw binding.refused("MongoDatabase.listCollections(…)");
    }

    @Override
    public ListCollectionNamesIterable listCollectionNames(ClientSession clientSession) {
        throw binding.refused("MongoDatabase.listCollectionNames(…)");
    }

    @Override
    public ListCollectionsIterable<Document> listCollections(ClientSession clientSession) {
        throw binding.refused("MongoDatabase.listCollections(…)");
    }

    @Override
    public <R> ListCollectionsIterable<R> listCollections(ClientSession clientSession, Class<R> resultClass) {
        throw binding.refused("MongoDatabase.listCollections(…)");
    }

    @Override
    public void createView(String viewName, String viewOn, List<? extends Bson> pipeline) {
        throw binding.refused("MongoDatabase.createView(…)");
    }

    @Override
    public void createView(String viewName, String viewOn, List<? extends Bson> pipeline, CreateViewOptions createViewOptions) {
        throw binding.refused("MongoDatabase.createView(…)");
    }

    @Override
    public void createView(ClientSession clientSession, String viewName, String viewOn, List<? extends Bson> pipeline) {
        throw binding.refused("MongoDatabase.createView(…)");
    }

    @Override
    public void createView(ClientSession clientSession, String viewName, String viewOn, List<? extends Bson> pipeline,
            CreateViewOptions createViewOptions) {
        throw binding.refused("MongoDatabase.createView(…)");
    }

    @Override
    public ChangeStreamIterable<Document> watch() {
        throw binding.refused("MongoDatabase.watch()");
    }

    @Override
    public <R> ChangeStreamIterable<R> watch(Class<R> resultClass) {
        throw binding.refused("MongoDatabase.watch(…)");
    }

    @Override
    public ChangeStreamIterable<Document> watch(List<? extends Bson> pipeline) {
        throw binding.refused("MongoDatabase.watch(…)");
    }

    @Override
    public <R> ChangeStreamIterable<R> watch(List<? extends Bson> pipeline, Class<R> resultClass) {
        throw binding.refused("MongoDatabase.watch(…)");
    }

    @Override
    public ChangeStreamIterable<Document> watch(ClientSession clientSession) {
        throw binding.refused("MongoDatabase.watch(…)");
    }

    @Override
    public <R> ChangeStreamIterable<R> watch(ClientSession clientSession, Class<R> resultClass) {
        throw binding.refused("MongoDatabase.watch(…)");
    }

    @Override
    public ChangeStreamIterable<Document> watch(ClientSession clientSession, List<? extends Bson> pipeline) {
        throw binding.refused("MongoDatabase.watch(…)");
    }

    @Override
    public <R> ChangeStreamIterable<R> watch(ClientSession clientSession, List<? extends Bson> pipeline, Class<R> resultClass) {
        throw binding.refused("MongoDatabase.watch(…)");
    }
}
