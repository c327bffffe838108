package io.quarkiverse.flamingock.test.servers.mongodb;

import java.util.ArrayList;
import java.util.List;

import de.bwaldvogel.mongo.backend.Utils;
import de.bwaldvogel.mongo.bson.Document;

/**
 * The commands that define collections and indexes, and list them. All of them run outside of transactions.
 *
 * @param cursors where results wait that have several batches
 */
record Definitions(Cursors cursors) {

    Document create(Access access, String namespace, Document command) {
        if (access.catalog().get(namespace) != null || access.create(namespace, options(command)) == null) {
            throw new CommandError(48, "NamespaceExists", "a collection '" + namespace + "' already exists");
        }
        return new Document();
    }

    Document modify(Access access, String namespace, Document command) {
        CollectionData collection = existing(access, namespace);
        Document options = new Document(collection.options());
        options.putAll(options(command));
        collection.options(options);
        return new Document();
    }

    Document drop(Access access, String namespace) {
        existing(access, namespace);
        access.catalog().drop(namespace);
        return new Document("ns", namespace);
    }

    Document dropDatabase(Access access, String database) {
        for (CollectionData collection : access.catalog().all()) {
            if (collection.namespace.startsWith(database + ".")) {
                access.exclusive(collection.namespace);
                access.catalog().drop(collection.namespace);
            }
        }
        return new Document("dropped", database);
    }

    Document rename(Access access, Document command) {
        String to = (String) command.get("to");
        CollectionData collection = existing(access, (String) command.get("renameCollection"));
        if (access.catalog().get(to) != null && !Utils.isTrue(command.get("dropTarget"))) {
            throw new CommandError(48, "NamespaceExists", "target namespace exists");
        }
        access.catalog().drop(collection.namespace);
        access.catalog().add(collection.copy(to));
        return new Document();
    }

    @SuppressWarnings("unchecked")
    Document createIndexes(Access access, String namespace, Document command) {
        boolean created = access.catalog().get(namespace) == null;
        if (access.transaction() == null) {
            access.exclusive(namespace);
        } else if (!created && !access.transaction().created.contains(namespace)
                && !hasAll(access.catalog().get(namespace), (List<Document>) command.get("indexes"))) {
            throw new CommandError(263, "OperationNotSupportedInTransaction",
                    "Cannot create new indexes on existing collection "
                            + namespace + " in a multi-document transaction.");
        }
        access.writable(namespace);
        CollectionData collection = access.catalog().change(namespace);
        int before = collection.indexes().size();
        for (Document description : (List<Document>) command.get("indexes")) {
            add(collection, index(description));
        }
        return new Document("createdCollectionAutomatically", created).append("numIndexesBefore", before)
                .append("numIndexesAfter", collection.indexes().size());
    }

    private static boolean hasAll(CollectionData collection, List<Document> descriptions) {
        return descriptions.stream().map(Definitions::index)
                .allMatch(index -> collection.indexes().stream().anyMatch(index::sameAs));
    }

    private static IndexSpec index(Document description) {
        return new IndexSpec((String) description.get("name"), new Document("v", 2).appendAll(description));
    }

    private static void add(CollectionData collection, IndexSpec index) {
        for (IndexSpec other : collection.indexes()) {
            if (other.sameAs(index) || index.key().equals(IndexSpec.ID.key()) && other == IndexSpec.ID) {
                return;
            }
            if (other.name().equals(index.name())) {
                throw new CommandError(86, "IndexKeySpecsConflict",
                        "Index must have unique name. The existing index: " + other.description());
            }
            if (other.key().equals(index.key())) {
                throw new CommandError(85, "IndexOptionsConflict", "Index with pattern " + index.key()
                        + " already exists with different options");
            }
        }
        List<Object> keys = new ArrayList<>();
        for (Document document : collection.documents()) {
            Object key = index.uniqueKey(document);
            if (key != null && keys.contains(key)) {
                throw index.duplicate(collection.namespace, index.uniqueKey(document));
            }
            keys.add(key);
        }
        collection.indexes().add(index);
    }

    Document dropIndexes(Access access, String namespace, Document command) {
        CollectionData collection = existing(access, namespace);
        Object which = command.get("index");
        int before = collection.indexes().size();
        boolean found = collection.indexes().removeIf(index -> index != IndexSpec.ID
                && ("*".equals(which) || index.name().equals(which) || index.key().equals(which)));
        if (!found && !"*".equals(which)) {
            throw new CommandError(27, "IndexNotFound", "index not found with name [" + which + "]");
        }
        return new Document("nIndexesWas", before);
    }

    Document listIndexes(Access access, String namespace, Document command) {
        CollectionData collection = existing(access, namespace);
        return cursors.first(namespace, collection.indexes().stream().map(IndexSpec::description).toList(),
                ((Document) command.getOrDefault("cursor", new Document())).get("batchSize"), false);
    }

    Document listCollections(Access access, String database, Document command) {
        Document filter = command.get("filter") instanceof Document given ? given : new Document();
        List<Document> found = new ArrayList<>();
        for (CollectionData collection : access.catalog().all()) {
            if (collection.namespace.startsWith(database + ".")) {
                Document description = new Document("name", collection.namespace.substring(database.length() + 1))
                        .append("type", "collection").append("options", collection.options())
                        .append("info", new Document("readOnly", false).append("uuid", collection.uuid))
                        .append("idIndex", IndexSpec.ID.description());
                if (Scratch.matches(filter, description)) {
                    found.add(description);
                }
            }
        }
        return cursors.first(database + ".$cmd.listCollections", found, null, false);
    }

    Document listDatabases(Access access) {
        List<Document> databases = access.catalog().all().stream()
                .map(each -> each.namespace.substring(0, each.namespace.indexOf('.'))).distinct()
                .map(name -> new Document("name", name).append("sizeOnDisk", 1L).append("empty", false)).toList();
        return new Document("databases", databases).append("totalSize", (long) databases.size());
    }

    private static CollectionData existing(Access access, String namespace) {
        access.exclusive(namespace);
        CollectionData collection = access.catalog().change(namespace);
        if (collection == null) {
            throw new CommandError(26, "NamespaceNotFound", "ns not found: " + namespace);
        }
        return collection;
    }

    private static Document options(Document command) {
        Document options = new Document();
        for (String option : List.of("validator", "validationLevel", "validationAction", "capped", "size", "max",
                "collation")) {
            if (command.containsKey(option)) {
                options.put(option, command.get(option));
            }
        }
        return options;
    }
}
