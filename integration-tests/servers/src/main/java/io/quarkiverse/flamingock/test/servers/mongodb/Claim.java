package io.quarkiverse.flamingock.test.servers.mongodb;

import java.util.HashSet;
import java.util.Set;

import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.bson.Document;

/**
 * A key of a unique index, the one of {@code _id} included, that a write needs for itself.
 *
 * @param namespace the collection
 * @param index the name of the index
 * @param key the key
 */
record Claim(String namespace, String index, KeyValue key) {

    /** What creating a collection needs. */
    static Claim ofNamespace(String namespace) {
        return new Claim(namespace, "", CollectionData.key(null));
    }

    /** What replacing one document by another needs; either may be null. */
    static Set<Claim> of(CollectionData collection, Document before, Document after) {
        Set<Claim> claims = new HashSet<>();
        for (IndexSpec index : collection.indexes()) {
            for (Document document : new Document[] { before, after }) {
                KeyValue key = document == null ? null : index.uniqueKey(document);
                if (key != null) {
                    claims.add(new Claim(collection.namespace, index.name(), key));
                }
            }
        }
        return claims;
    }
}
