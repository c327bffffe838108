package io.quarkiverse.flamingock.test.servers.mongodb;

import java.util.ArrayList;
import java.util.List;

import de.bwaldvogel.mongo.backend.DefaultQueryMatcher;
import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.backend.Utils;
import de.bwaldvogel.mongo.bson.Document;

/**
 * An index. Only what it forbids counts here: nothing is found faster by it.
 *
 * @param name its name
 * @param description as it was given when it was created
 */
record IndexSpec(String name, Document description) {

    /** What every collection has. */
    static final IndexSpec ID = new IndexSpec("_id_",
            new Document("v", 2).append("key", new Document("_id", 1)).append("name", "_id_"));

    Document key() {
        return (Document) description.get("key");
    }

    /** Whether another index with the same key or name is the same index. */
    boolean sameAs(IndexSpec other) {
        return name.equals(other.name) && key().equals(other.key()) && unique() == other.unique();
    }

    private boolean unique() {
        return this == ID || Utils.isTrue(description.get("unique"));
    }

    /** What may be there only once, or null where the document is free. */
    KeyValue uniqueKey(Document document) {
        if (!unique()) {
            return null;
        }
        Document filter = (Document) description.get("partialFilterExpression");
        if (filter != null && !new DefaultQueryMatcher().matches(document, filter)) {
            return null;
        }
        List<Object> values = new ArrayList<>();
        boolean any = false;
        for (String field : key().keySet()) {
            Object value = Utils.getSubdocumentValue(document, field);
            any |= !(value instanceof Missing);
            values.add(value instanceof Missing ? null : value);
        }
        return !any && Utils.isTrue(description.get("sparse")) ? null : new KeyValue(values).normalized();
    }

    CommandError duplicate(String namespace, KeyValue key) {
        return new CommandError(11000, "DuplicateKey",
                "E11000 duplicate key error collection: " + namespace + " index: " + name + " dup key: " + key);
    }
}
