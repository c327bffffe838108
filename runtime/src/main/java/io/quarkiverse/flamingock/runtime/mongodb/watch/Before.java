package io.quarkiverse.flamingock.runtime.mongodb.watch;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

import org.bson.Document;

import com.mongodb.MongoException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;

/**
 * What was there before a definition: servers say of much of it that it is done where there was nothing to do. Not asked where
 * an effect was seen already.
 *
 * @param names the names of what was there; null where that is not known
 */
record Before(Set<String> names) {

    private static final Before UNKNOWN = new Before(null);

    static Before indexes(Watch watch, MongoCollection<?> collection) {
        return of(watch, () -> collection.withDocumentClass(Document.class).listIndexes()
                .map(index -> index.getString("name")).into(new HashSet<>()));
    }

    static Before collection(Watch watch, MongoDatabase database, String name) {
        return of(watch, () -> database.listCollectionNames().authorizedCollections(true).filter(Filters.eq("name", name))
                .into(new HashSet<>()));
    }

    static Before collections(Watch watch, MongoDatabase database) {
        return of(watch, () -> database.listCollectionNames().authorizedCollections(true).into(new HashSet<>()));
    }

    private static Before of(Watch watch, Supplier<Set<String>> question) {
        if (watch.isCertain()) {
            return UNKNOWN;
        }
        try {
            return new Before(question.get());
        } catch (MongoException e) {
            // Who may create a collection need not be allowed to list them.
            return UNKNOWN;
        }
    }

    boolean mayBeNothing() {
        return names == null || names.isEmpty();
    }

    /** Of what was made only if it was missing. */
    Effect made(List<String> made) {
        return names == null ? Effect.POSSIBLE : Effect.certainIf(!names.containsAll(made));
    }

    Effect made() {
        return names == null ? Effect.POSSIBLE : Effect.certainIf(names.isEmpty());
    }

    Effect dropped() {
        return names == null ? Effect.POSSIBLE : Effect.certainIf(!names.isEmpty());
    }

    /** The index of {@code _id} is never dropped. */
    Effect indexesDropped() {
        return names == null ? Effect.POSSIBLE : Effect.certainIf(names.size() > 1);
    }
}
