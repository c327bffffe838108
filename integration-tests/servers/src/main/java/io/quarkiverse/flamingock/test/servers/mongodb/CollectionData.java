package io.quarkiverse.flamingock.test.servers.mongodb;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.bson.Document;

/**
 * The documents of a collection, and what they must satisfy. Documents are never changed, only replaced, so that a copy
 * need not copy them.
 */
final class CollectionData {

    final String namespace;
    final UUID uuid;
    private final Map<KeyValue, Document> documents;
    private final List<IndexSpec> indexes;
    private Document options;

    /** Whether another catalog sees this object too; then it may not be changed. */
    private boolean shared;

    CollectionData(String namespace, Document options) {
        this(namespace, UUID.randomUUID(), new LinkedHashMap<>(), new ArrayList<>(List.of(IndexSpec.ID)), options);
    }

    private CollectionData(String namespace, UUID uuid, Map<KeyValue, Document> documents, List<IndexSpec> indexes,
            Document options) {
        this.namespace = namespace;
        this.uuid = uuid;
        this.documents = documents;
        this.indexes = indexes;
        this.options = options;
    }

    static KeyValue key(Object id) {
        return new KeyValue(Collections.singletonList(id)).normalized();
    }

    CollectionData share() {
        shared = true;
        return this;
    }

    /** This, or a copy where others see this. */
    CollectionData own() {
        return shared ? copy(namespace) : this;
    }

    CollectionData copy(String as) {
        return new CollectionData(as, uuid, new LinkedHashMap<>(documents), new ArrayList<>(indexes), options);
    }

    Document get(KeyValue key) {
        return documents.get(key);
    }

    List<Document> documents() {
        return new ArrayList<>(documents.values());
    }

    List<IndexSpec> indexes() {
        return indexes;
    }

    Document options() {
        return options;
    }

    void options(Document newOptions) {
        options = newOptions;
    }

    void put(KeyValue key, Document document) {
        if (document == null) {
            documents.remove(key);
        } else {
            documents.put(key, document);
        }
    }

    /**
     * @param before what the document replaces, or null
     */
    void check(Document before, Document document) {
        Validator.check(options, document);
        for (IndexSpec index : indexes) {
            KeyValue key = index.uniqueKey(document);
            if (key == null || before != null && key.equals(index.uniqueKey(before))) {
                continue;
            }
            if (index == IndexSpec.ID) {
                if (documents.containsKey(key)) {
                    throw index.duplicate(namespace, key);
                }
                continue;
            }
            for (Document other : documents.values()) {
                if (other != before && key.equals(index.uniqueKey(other))) {
                    throw index.duplicate(namespace, key);
                }
            }
        }
    }
}
