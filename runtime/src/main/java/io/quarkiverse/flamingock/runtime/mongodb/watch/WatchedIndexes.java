package io.quarkiverse.flamingock.runtime.mongodb.watch;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

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
 * Indexes: one that was there already is no effect.
 *
 * @param <T> the class of the documents
 */
abstract class WatchedIndexes<T> extends WatchedFindAndModify<T> {

    WatchedIndexes(MongoCollection<T> delegate, Operations operations) {
        super(delegate, operations);
    }

    private <R> R made(ClientSession given, Function<ClientSession, R> operation, Function<R, List<String>> names) {
        Before before = Before.indexes(operations.watch(), delegate);
        return operations.run(given, Extent.partsIf(before.mayBeNothing()), operation, made -> before.made(names.apply(made)));
    }

    private void dropped(ClientSession given, Consumer<ClientSession> operation) {
        Before before = Before.indexes(operations.watch(), delegate);
        operations.define(given, Extent.WHOLE, operation, before.indexesDropped());
    }

    @Override
    public String createSearchIndex(String indexName, Bson definition) {
        operations.watch().unseen();
        return delegate.createSearchIndex(indexName, definition);
    }

    @Override
    public String createSearchIndex(Bson definition) {
        operations.watch().unseen();
        return delegate.createSearchIndex(definition);
    }

    @Override
    public List<String> createSearchIndexes(List<SearchIndexModel> searchIndexModels) {
        operations.watch().unseen();
        return delegate.createSearchIndexes(searchIndexModels);
    }

    @Override
    public void updateSearchIndex(String indexName, Bson definition) {
        operations.watch().unseen();
        delegate.updateSearchIndex(indexName, definition);
    }

    @Override
    public void dropSearchIndex(String indexName) {
        operations.watch().unseen();
        delegate.dropSearchIndex(indexName);
    }

    @Override
    public ListSearchIndexesIterable<Document> listSearchIndexes() {
        return delegate.listSearchIndexes();
    }

    @Override
    public <R> ListSearchIndexesIterable<R> listSearchIndexes(Class<R> resultClass) {
        return delegate.listSearchIndexes(resultClass);
    }

    @Override
    public String createIndex(Bson keys) {
        return made(null, session -> delegate.createIndex(session, keys), List::of);
    }

    @Override
    public String createIndex(Bson keys, IndexOptions indexOptions) {
        return made(null, session -> delegate.createIndex(session, keys, indexOptions), List::of);
    }

    @Override
    public String createIndex(ClientSession clientSession, Bson keys) {
        return made(clientSession, session -> delegate.createIndex(session, keys), List::of);
    }

    @Override
    public String createIndex(ClientSession clientSession, Bson keys, IndexOptions indexOptions) {
        return made(clientSession, session -> delegate.createIndex(session, keys, indexOptions), List::of);
    }

    @Override
    public List<String> createIndexes(List<IndexModel> indexes) {
        return made(null, session -> delegate.createIndexes(session, indexes), Function.identity());
    }

    @Override
    public List<String> createIndexes(List<IndexModel> indexes, CreateIndexOptions createIndexOptions) {
        return made(null, session -> delegate.createIndexes(session, indexes, createIndexOptions), Function.identity());
    }

    @Override
    public List<String> createIndexes(ClientSession clientSession, List<IndexModel> indexes) {
        return made(clientSession, session -> delegate.createIndexes(session, indexes), Function.identity());
    }

    @Override
    public List<String> createIndexes(ClientSession clientSession, List<IndexModel> indexes,
            CreateIndexOptions createIndexOptions) {
        return made(clientSession, session -> delegate.createIndexes(session, indexes, createIndexOptions),
                Function.identity());
    }

    @Override
    public ListIndexesIterable<Document> listIndexes() {
        return delegate.listIndexes();
    }

    @Override
    public <R> ListIndexesIterable<R> listIndexes(Class<R> resultClass) {
        return delegate.listIndexes(resultClass);
    }

    @Override
    public ListIndexesIterable<Document> listIndexes(ClientSession clientSession) {
        return delegate.listIndexes(operations.own(clientSession));
    }

    @Override
    public <R> ListIndexesIterable<R> listIndexes(ClientSession clientSession, Class<R> resultClass) {
        return delegate.listIndexes(operations.own(clientSession), resultClass);
    }

    @Override
    public void dropIndex(String indexName) {
        dropped(null, session -> delegate.dropIndex(session, indexName));
    }

    @Override
    public void dropIndex(String indexName, DropIndexOptions dropIndexOptions) {
        dropped(null, session -> delegate.dropIndex(session, indexName, dropIndexOptions));
    }

    @Override
    public void dropIndex(Bson keys) {
        dropped(null, session -> delegate.dropIndex(session, keys));
    }

    @Override
    public void dropIndex(Bson keys, DropIndexOptions dropIndexOptions) {
        dropped(null, session -> delegate.dropIndex(session, keys, dropIndexOptions));
    }

    @Override
    public void dropIndex(ClientSession clientSession, String indexName) {
        dropped(clientSession, session -> delegate.dropIndex(session, indexName));
    }

    @Override
    public void dropIndex(ClientSession clientSession, Bson keys) {
        dropped(clientSession, session -> delegate.dropIndex(session, keys));
    }

    @Override
    public void dropIndex(ClientSession clientSession, String indexName, DropIndexOptions dropIndexOptions) {
        dropped(clientSession, session -> delegate.dropIndex(session, indexName, dropIndexOptions));
    }

    @Override
    public void dropIndex(ClientSession clientSession, Bson keys, DropIndexOptions dropIndexOptions) {
        dropped(clientSession, session -> delegate.dropIndex(session, keys, dropIndexOptions));
    }

    @Override
    public void dropIndexes() {
        dropped(null, session -> delegate.dropIndexes(session));
    }

    @Override
    public void dropIndexes(ClientSession clientSession) {
        dropped(clientSession, session -> delegate.dropIndexes(session));
    }

    @Override
    public void dropIndexes(DropIndexOptions dropIndexOptions) {
        dropped(null, session -> delegate.dropIndexes(session, dropIndexOptions));
    }

    @Override
    public void dropIndexes(ClientSession clientSession, DropIndexOptions dropIndexOptions) {
        dropped(clientSession, session -> delegate.dropIndexes(session, dropIndexOptions));
    }
}
