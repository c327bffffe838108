package io.quarkiverse.flamingock.runtime.mongodb.session;

import java.util.List;

import org.bson.Document;
import org.bson.conversions.Bson;

import com.mongodb.client.ClientSession;
import com.mongodb.client.ListIndexesIterable;
import com.mongodb.client.ListSearchIndexesIterable;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.CreateIndexOptions;
import com.mongodb.client.model.DropIndexOptions;
import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.SearchIndexModel;

/**
 * Indexes: a transaction may create those of collections that it created, and has nothing to do with others.
 *
 * @param <T> the class of the documents
 */
abstract class CollectionIndexes<T> extends CollectionFindAndModify<T> {

    CollectionIndexes(MongoCollection<T> delegate, SessionBinding binding) {
        super(delegate, binding);
    }

    @Override
    public final String createSearchIndex(String indexName, Bson definition) {
        throw binding.refused("MongoCollection.createSearchIndex(…)");
    }

    @Override
    public final String createSearchIndex(Bson definition) {
        throw binding.refused("MongoCollection.createSearchIndex(…)");
    }

    @Override
    public final List<String> createSearchIndexes(List<SearchIndexModel> searchIndexModels) {
        throw binding.refused("MongoCollection.createSearchIndexes(…)");
    }

    @Override
    public final void updateSearchIndex(String indexName, Bson definition) {
        throw binding.refused("MongoCollection.updateSearchIndex(…)");
    }

    @Override
    public final void dropSearchIndex(String indexName) {
        throw binding.refused("MongoCollection.dropSearchIndex(…)");
    }

    @Override
    public final ListSearchIndexesIterable<Document> listSearchIndexes() {
        throw binding.refused("MongoCollection.listSearchIndexes()");
    }

    @Override
    public final <R> ListSearchIndexesIterable<R> listSearchIndexes(Class<R> resultClass) {
        throw binding.refused("MongoCollection.listSearchIndexes(…)");
    }

    @Override
    public final String createIndex(Bson keys) {
        binding.checkCreates("MongoCollection.createIndex(…)");
        return creating().createIndex(binding.session(), keys);
    }

    @Override
    public final String createIndex(Bson keys, IndexOptions indexOptions) {
        binding.checkCreates("MongoCollection.createIndex(…)");
        return creating().createIndex(binding.session(), keys, indexOptions);
    }

    @Override
    public final String createIndex(ClientSession clientSession, Bson keys) {
        binding.checkCreates("MongoCollection.createIndex(…)");
        return creating().createIndex(binding.own(clientSession, "MongoCollection.createIndex(…)"), keys);
    }

    @Override
    public final String createIndex(ClientSession clientSession, Bson keys, IndexOptions indexOptions) {
        binding.checkCreates("MongoCollection.createIndex(…)");
        return creating().createIndex(binding.own(clientSession, "MongoCollection.createIndex(…)"), keys, indexOptions);
    }

    @Override
    public final List<String> createIndexes(List<IndexModel> indexes) {
        binding.checkCreates("MongoCollection.createIndexes(…)");
        return creating().createIndexes(binding.session(), indexes);
    }

    @Override
    public final List<String> createIndexes(List<IndexModel> indexes, CreateIndexOptions createIndexOptions) {
        binding.checkCreates("MongoCollection.createIndexes(…)");
        return creating().createIndexes(binding.session(), indexes, createIndexOptions);
    }

    @Override
    public final List<String> createIndexes(ClientSession clientSession, List<IndexModel> indexes) {
        binding.checkCreates("MongoCollection.createIndexes(…)");
        return creating().createIndexes(binding.own(clientSession, "MongoCollection.createIndexes(…)"), indexes);
    }

    @Override
    public final List<String> createIndexes(ClientSession clientSession, List<IndexModel> indexes,
            CreateIndexOptions createIndexOptions) {
        binding.checkCreates("MongoCollection.createIndexes(…)");
        return creating().createIndexes(binding.own(clientSession, "MongoCollection.createIndexes(…)"), indexes,
                createIndexOptions);
    }

    @Override
    public final ListIndexesIterable<Document> listIndexes() {
        throw binding.refused("MongoCollection.listIndexes()");
    }

    @Override
    public final <R> ListIndexesIterable<R> listIndexes(Class<R> resultClass) {
        throw binding.refused("MongoCollection.listIndexes(…)");
    }

    @Override
    public final ListIndexesIterable<Document> listIndexes(ClientSession clientSession) {
        throw binding.refused("MongoCollection.listIndexes(…)");
    }

    @Override
    public final <R> ListIndexesIterable<R> listIndexes(ClientSession clientSession, Class<R> resultClass) {
        throw binding.refused("MongoCollection.listIndexes(…)");
    }

    @Override
    public final void dropIndex(String indexName) {
        throw binding.refused("MongoCollection.dropIndex(…)");
    }

    @Override
    public final void dropIndex(String indexName, DropIndexOptions dropIndexOptions) {
        throw binding.refused("MongoCollection.dropIndex(…)");
    }

    @Override
    public final void dropIndex(Bson keys) {
        throw binding.refused("MongoCollection.dropIndex(…)");
    }

    @Override
    public final void dropIndex(Bson keys, DropIndexOptions dropIndexOptions) {
        throw binding.refused("MongoCollection.dropIndex(…)");
    }

    @Override
    public final void dropIndex(ClientSession clientSession, String indexName) {
        throw binding.refused("MongoCollection.dropIndex(…)");
    }

    @Override
    public final void dropIndex(ClientSession clientSession, Bson keys) {
        throw binding.refused("MongoCollection.dropIndex(…)");
    }

    @Override
    public final void dropIndex(ClientSession clientSession, String indexName, DropIndexOptions dropIndexOptions) {
        throw binding.refused("MongoCollection.dropIndex(…)");
    }

    @Override
    public final void dropIndex(ClientSession clientSession, Bson keys, DropIndexOptions dropIndexOptions) {
        throw binding.refused("MongoCollection.dropIndex(…)");
    }

    @Override
    public final void dropIndexes() {
        throw binding.refused("MongoCollection.dropIndexes()");
    }

    @Override
    public final void dropIndexes(ClientSession clientSession) {
        throw binding.refused("MongoCollection.dropIndexes(…)");
    }

    @Override
    public final void dropIndexes(DropIndexOptions dropIndexOptions) {
        throw binding.refused("MongoCollection.dropIndexes(…)");
    }

    @Override
    public final void dropIndexes(ClientSession clientSession, DropIndexOptions dropIndexOptions) {
        throw binding.refused("MongoCollection.dropIndexes(…)");
    }
}
