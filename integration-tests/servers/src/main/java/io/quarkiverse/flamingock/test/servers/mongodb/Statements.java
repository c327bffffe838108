package io.quarkiverse.flamingock.test.servers.mongodb;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.backend.Utils;
import de.bwaldvogel.mongo.bson.BsonRegularExpression;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.bson.ObjectId;

/**
 * What one statement does to the documents of a collection, one after the other as MongoDB does.
 *
 * @param access what it sees and changes
 * @param namespace the collection
 */
record Statements(Access access, String namespace) {

    /** What an update did. */
    record Updated(int matched, int modified, Document before, Document after, boolean upserted) {
    }

    void insert(Document document) {
        Document complete = document.containsKey("_id") ? document
                : new Document("_id", new ObjectId()).appendAll(document);
        while (!access.write(access.writable(namespace), null, complete)) {
            // had to wait: what is there now is checked again
        }
    }

    Updated update(Document query, Object update, Document statement, boolean multi, Document sort) {
        Set<KeyValue> done = new HashSet<>();
        int modified = 0;
        while (true) {
            CollectionData collection = access.writable(namespace);
            Document before = next(collection, query, sort, done);
            if (before == null) {
                break;
            }
            Document after = Scratch.update(before, query, update, statement.get("arrayFilters"));
            boolean same = after.equals(before) && after.keySet().stream().toList().equals(before.keySet().stream().toList());
            if (same || access.write(collection, before, after)) {
                done.add(CollectionData.key(before.get("_id")));
                modified += same ? 0 : 1;
                if (!multi) {
                    return new Updated(1, modified, before, after, false);
                }
            }
        }
        if (done.isEmpty() && Utils.isTrue(statement.get("upsert"))) {
            return upsert(query, update, statement);
        }
        return new Updated(done.size(), modified, null, null, false);
    }

    private Updated upsert(Document query, Object update, Document statement) {
        if (query.containsKey("$expr")) {
            throw new CommandError(224, "QueryFeatureNotAllowed", "$expr is not allowed in the query predicate for an upsert");
        }
        Document created = Scratch.update(null, query, update, statement.get("arrayFilters"));
        return access.write(access.writable(namespace), null, created) ? new Updated(1, 0, null, created, true)
                // another was faster; look again
                : update(query, update, statement, false, null);
    }

    /** Deletes one document that matches, and returns it; or null. */
    Document deleteOne(Document query, Document sort) {
        while (true) {
            CollectionData collection = access.collection(namespace);
            Document found = collection == null ? null : next(collection, query, sort, Set.of());
            if (found == null || access.write(collection, found, null)) {
                return found;
            }
        }
    }

    private Document next(CollectionData collection, Document query, Document sort, Set<KeyValue> done) {
        List<Document> found = matching(collection, query);
        if (sort != null && !sort.isEmpty()) {
            List<Document> first = Scratch.find(found, sort, null, 0, 1);
            return first.isEmpty() ? null : collection.get(CollectionData.key(first.get(0).get("_id")));
        }
        for (Document document : found) {
            if (!done.contains(CollectionData.key(document.get("_id")))) {
                return document;
            }
        }
        return null;
    }

    static List<Document> matching(CollectionData collection, Document query) {
        Object id = query.get("_id");
        List<Document> candidates;
        if (id != null && !(id instanceof Document) && !(id instanceof BsonRegularExpression)) {
            Document one = collection.get(CollectionData.key(id));
            candidates = one == null ? List.of() : List.of(one);
        } else {
            candidates = collection.documents();
        }
        List<Document> found = new ArrayList<>();
        for (Document document : candidates) {
            if (Scratch.matches(query, document)) {
                found.add(document);
            }
        }
        return found;
    }
}
