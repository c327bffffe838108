package io.quarkiverse.flamingock.test.servers.mongodb;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.bson.Document;

/**
 * All collections as one observer sees them, by namespace: the committed ones, or those of a transaction.
 */
final class Catalog {

    private final Map<String, CollectionData> collections = new TreeMap<>();

    /** The same collections for another observer; neither sees what the other changes from now on. */
    Catalog snapshot() {
        Catalog snapshot = new Catalog();
        collections.forEach((namespace, collection) -> snapshot.collections.put(namespace, collection.share()));
        return snapshot;
    }

    CollectionData get(String namespace) {
        return collections.get(namespace);
    }

    /** A collection that may be changed. */
    CollectionData change(String namespace) {
        return collections.computeIfPresent(namespace, (name, collection) -> collection.own());
    }

    CollectionData create(String namespace, Document options) {
        CollectionData collection = new CollectionData(namespace, options);
        collections.put(namespace, collection);
        return collection;
    }

    void put(String namespace, KeyValue key, Document document) {
        CollectionData collection = change(namespace);
        if (collection != null) {
            collection.put(key, document);
        }
    }

    void add(CollectionData collection) {
        collections.put(collection.namespace, collection);
    }

    void drop(String namespace) {
        collections.remove(namespace);
    }

    List<CollectionData> all() {
        return List.copyOf(collections.values());
    }
}
