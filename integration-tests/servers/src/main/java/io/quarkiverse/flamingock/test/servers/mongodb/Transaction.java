package io.quarkiverse.flamingock.test.servers.mongodb;

import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.bson.Document;

/**
 * A transaction that is open: what it sees, what it wrote, and what it therefore holds.
 */
final class Transaction {

    /** A document that was written. */
    record Written(String namespace, KeyValue key) {
    }

    final String readConcern;
    final long snapshot;
    final Instant began;
    final Instant ends;
    final Catalog catalog;
    final Map<Written, Document> written = new LinkedHashMap<>();
    final Set<Claim> claims = new HashSet<>();
    /** Namespaces of collections that are there only once it is committed. */
    final Set<String> created = new HashSet<>();
    final Set<String> touched = new HashSet<>();

    Transaction(String readConcern, long snapshot, Instant began, Instant ends, Catalog catalog) {
        this.readConcern = readConcern;
        this.snapshot = snapshot;
        this.began = began;
        this.ends = ends;
        this.catalog = catalog;
    }
}
