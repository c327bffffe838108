package io.quarkiverse.flamingock.test.servers.mongodb;

import java.util.List;

import de.bwaldvogel.mongo.backend.Utils;
import de.bwaldvogel.mongo.bson.Document;

/**
 * The commands that read documents.
 *
 * @param cursors where results wait that have several batches
 */
record Reads(Cursors cursors) {

    Document find(Access access, String namespace, Document command) {
        CollectionData collection = access.collection(namespace);
        Document query = Sleep.in(query(command, "filter"), access);
        List<Document> documents = collection == null ? List.of()
                : Scratch.find(Statements.matching(collection, query), (Document) command.get("sort"),
                        (Document) command.get("projection"), number(command, "skip"), number(command, "limit"));
        return cursors.first(namespace, documents, command.get("batchSize"), Utils.isTrue(command.get("singleBatch")));
    }

    Document distinct(Access access, String namespace, Document command) {
        CollectionData collection = access.collection(namespace);
        if (collection == null) {
            return new Document("values", List.of());
        }
        return Scratch.distinct(collection.documents(), command).get(0);
    }

    Document count(Access access, String namespace, Document command) {
        CollectionData collection = access.collection(namespace);
        List<Document> documents = collection == null ? List.of()
                : Scratch.find(Statements.matching(collection, query(command, "query")), null, null,
                        number(command, "skip"), number(command, "limit"));
        return new Document("n", documents.size());
    }

    @SuppressWarnings("unchecked")
    Document aggregate(Access access, String database, Document command) {
        List<Document> pipeline = (List<Document>) command.get("pipeline");
        Document last = pipeline.isEmpty() ? new Document() : pipeline.get(pipeline.size() - 1);
        boolean writes = last.containsKey("$out") || last.containsKey("$merge");
        if (writes && access.transaction() != null) {
            throw CommandError.notInTransaction(last.keySet().iterator().next());
        }
        if (writes) {
            throw CommandError.badValue("The stand-in for MongoDB does not know " + last.keySet().iterator().next());
        }
        String namespace = database + "." + command.get("aggregate");
        List<Document> result = Scratch.aggregate(all(access, namespace), pipeline,
                other -> all(access, database + "." + other));
        return answer(command, namespace, result);
    }

    Document answer(Document command, String namespace, List<Document> result) {
        Document options = command.get("cursor") instanceof Document given ? given : new Document();
        return cursors.first(namespace, result, options.get("batchSize"), false);
    }

    private static List<Document> all(Access access, String namespace) {
        CollectionData collection = access.collection(namespace);
        return collection == null ? List.of() : collection.documents();
    }

    private static Document query(Document command, String field) {
        return command.get(field) instanceof Document given ? given : new Document();
    }

    private static int number(Document command, String field) {
        // limit may be negative: so many, in one batch
        return command.get(field) instanceof Number given ? Math.abs(given.intValue()) : 0;
    }
}
