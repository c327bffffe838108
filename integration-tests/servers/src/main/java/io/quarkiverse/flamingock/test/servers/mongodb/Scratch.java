package io.quarkiverse.flamingock.test.servers.mongodb;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.DefaultQueryMatcher;
import de.bwaldvogel.mongo.backend.aggregation.Aggregation;
import de.bwaldvogel.mongo.backend.memory.MemoryCollection;
import de.bwaldvogel.mongo.backend.memory.MemoryDatabase;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import de.bwaldvogel.mongo.exception.MongoServerException;
import de.bwaldvogel.mongo.oplog.NoopOplog;

/**
 * Queries, updates and pipelines, evaluated by mongo-java-server in collections that are thrown away.
 */
final class Scratch {

    private Scratch() {
    }

    /** A database whose collections are filled when a pipeline asks for them. */
    private static final class Database extends MemoryDatabase {

        private final Function<String, List<Document>> source;

        Database(Function<String, List<Document>> source) {
            super("scratch", new CursorRegistry());
            this.source = source;
        }

        @Override
        public synchronized MongoCollection<Integer> resolveCollection(String collectionName, boolean throwIfNotFound) {
            return fill(this, collectionName, source.apply(collectionName));
        }
    }

    static boolean matches(Document query, Document document) {
        return translated(() -> new DefaultQueryMatcher().matches(document, query));
    }

    static List<Document> find(List<Document> documents, Document sort, Document projection, int skip, int limit) {
        Document selector = new Document("$query", new Document()).append("$orderby", sort);
        return translated(() -> {
            List<Document> found = new ArrayList<>();
            for (Document document : fill(documents).handleQuery(selector, skip, limit)) {
                found.add(projection == null ? document : project(document, projection));
            }
            return found;
        });
    }

    /** mongo-java-server projects what it removes. */
    private static Document project(Document document, Document projection) {
        return (Document) fill(List.of(document)).findAndModify(new Document("remove", true).append("fields", projection))
                .get("value");
    }

    static List<Document> distinct(List<Document> documents, Document command) {
        return translated(() -> List.of(fill(documents).handleDistinct(command)));
    }

    /**
     * @param before the document to update, or null to create one by upsert
     */
    static Document update(Document before, Document query, Object update, Object arrayFilters) {
        if (update instanceof List<?> pipeline) {
            if (before == null) {
                throw CommandError.badValue("The stand-in for MongoDB knows no upsert with a pipeline");
            }
            return aggregate(List.of(before), pipeline, name -> List.of()).get(0);
        }
        Document command = new Document("query", query).append("update", update).append("upsert", before == null)
                .append("new", true);
        if (arrayFilters != null) {
            command.append("arrayFilters", arrayFilters);
        }
        List<Document> documents = before == null ? List.of() : List.of(before.cloneDeeply());
        return translated(() -> inMilliseconds((Document) fill(documents).findAndModify(command).get("value")));
    }

    /** {@code $currentDate} takes the time with nanoseconds, which no date of MongoDB has. */
    private static Document inMilliseconds(Document document) {
        for (Map.Entry<String, Object> field : document.entrySet()) {
            if (field.getValue() instanceof Instant instant) {
                field.setValue(instant.truncatedTo(ChronoUnit.MILLIS));
            } else if (field.getValue() instanceof Document inner) {
                inMilliseconds(inner);
            }
        }
        return document;
    }

    static List<Document> aggregate(List<Document> documents, List<?> pipeline, Function<String, List<Document>> others) {
        return translated(() -> {
            Database database = new Database(others);
            return Aggregation.fromPipeline(pipeline, name -> database, database, fill(database, "source", documents),
                    NoopOplog.get()).computeResult();
        });
    }

    private static MemoryCollection fill(List<Document> documents) {
        return fill(new Database(name -> List.of()), "source", documents);
    }

    private static MemoryCollection fill(MemoryDatabase database, String name, List<Document> documents) {
        MemoryCollection collection = new MemoryCollection(database, name, CollectionOptions.withDefaults(),
                new CursorRegistry());
        // a copy, because what is added gets its _id and some stages change what they are given
        documents.forEach(document -> collection.addDocument(document.cloneDeeply()));
        return collection;
    }

    private interface Evaluation<T> {
        T evaluate();
    }

    private static <T> T translated(Evaluation<T> evaluation) {
        try {
            return evaluation.evaluate();
        } catch (MongoServerError e) {
            throw new CommandError(e.getCode(), e.getCodeName(), e.getMessageWithoutErrorCode());
        } catch (MongoServerException e) {
            throw CommandError.badValue(e.getMessage());
        }
    }
}
