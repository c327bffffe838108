package io.quarkiverse.flamingock.test.servers.mongodb;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import de.bwaldvogel.mongo.bson.Document;

/**
 * Results that clients fetch in several batches. They are complete when they begin.
 */
final class Cursors {

    private static final int FIRST_BATCH = 101;

    private record Rest(String namespace, List<Document> documents) {
    }

    private final Map<Long, Rest> open = new HashMap<>();
    private long last;

    /** The answer to the command that began it. */
    Document first(String namespace, List<Document> documents, Object batchSize, boolean single) {
        int size = batchSize instanceof Number number ? number.intValue() : FIRST_BATCH;
        return batch("firstBatch", single ? -1 : ++last, new Rest(namespace, documents), size);
    }

    Document more(Document command) {
        long id = ((Number) command.get("getMore")).longValue();
        Rest rest = open.remove(id);
        if (rest == null) {
            throw new CommandError(43, "CursorNotFound", "cursor id " + id + " not found");
        }
        int size = command.get("batchSize") instanceof Number number ? number.intValue() : Integer.MAX_VALUE;
        return batch("nextBatch", id, rest, size);
    }

    @SuppressWarnings("unchecked")
    Document kill(Document command) {
        List<Long> ids = (List<Long>) command.get("cursors");
        ids.forEach(open::remove);
        return new Document("cursorsKilled", ids).append("cursorsNotFound", List.of()).append("cursorsAlive", List.of())
                .append("cursorsUnknown", List.of());
    }

    private Document batch(String name, long id, Rest rest, int size) {
        int end = Math.min(size, rest.documents.size());
        boolean more = id > 0 && end < rest.documents.size();
        if (more) {
            open.put(id, new Rest(rest.namespace, rest.documents.subList(end, rest.documents.size())));
        }
        return new Document("cursor", new Document(name, rest.documents.subList(0, end))
                .append("id", more ? id : 0L).append("ns", rest.namespace));
    }
}
