package io.quarkiverse.flamingock.runtime.mongodb.server;

import java.util.List;
import java.util.Set;

import org.bson.Document;

import com.mongodb.MongoCommandException;
import com.mongodb.client.model.IndexOptions;

import io.quarkiverse.flamingock.error.FlamingockException;

/**
 * Creates collections and their unique indexes where they are missing, while other processes may do the same. They must be
 * there before the first transaction: MongoDB before 4.4 creates none in one.
 */
public final class Schema {

    private static final int NAMESPACE_EXISTS = 48;

    /**
     * @param name the collection
     * @param unique the fields that make a document unique, beside {@code _id}; may be empty
     */
    public record Collection(String name, List<String> unique) {

        private String statement() {
            return "db.createCollection(\"" + name + "\")" + (unique.isEmpty() ? ""
                    : "; db." + name + ".createIndex(" + keys().toJson() + ", {\"unique\": true})");
        }

        private Document keys() {
            Document keys = new Document();
            unique.forEach(field -> keys.append(field, 1));
            return keys;
        }
    }

    private Schema() {
    }

    /**
     * @param names the names of the extension's collections
     * @return those of audit store and lock
     */
    public static List<Collection> store(CollectionNames names) {
        return List.of(new Collection(names.audit(), List.of("service", "sequence")),
                new Collection(names.state(), List.of("service", "changeId")),
                new Collection(names.head(), List.of()), new Collection(names.lock(), List.of()),
                new Collection(names.store(), List.of()));
    }

    /**
     * @param names the names of the extension's collections
     * @return those of a target system
     */
    public static List<Collection> target(CollectionNames names) {
        return List.of(new Collection(names.fence(), List.of()),
                new Collection(names.marker(), List.of("service", "changeId")));
    }

    /**
     * Asks before it creates: a user without the right to create collections is fine where they are there.
     *
     * @param server the database
     * @param collections what must be there
     * @param create whether to create what is missing
     * @throws FlamingockException when something is missing that must not be created; it says what an administrator has to run
     */
    public static void ensure(Server server, List<Collection> collections, boolean create) {
        Set<String> present = server.collectionNames();
        List<Collection> missing = collections.stream().filter(each -> !present.contains(each.name())).toList();
        if (!missing.isEmpty() && !create) {
            throw new FlamingockException("Collections of the extension are missing in database " + server.database()
                    + ", or its user has no right to use them, and quarkus.flamingock.auto-create is off. Let an administrator run, in that database: "
                    + String.join("; ", missing.stream().map(Collection::statement).toList()));
        }
        for (Collection collection : missing) {
            create(server, collection);
        }
    }

    private static void create(Server server, Collection collection) {
        if (!collection.unique().isEmpty()) {
            // Creates both, so that nobody finds one without the other. Whoever comes second finds them there.
            server.collection(collection.name()).createIndex(collection.keys(), new IndexOptions().unique(true));
            return;
        }
        try {
            server.own().createCollection(collection.name());
        } catch (MongoCommandException e) {
            if (e.getErrorCode() != NAMESPACE_EXISTS) {
                throw e;
            }
        }
    }
}
