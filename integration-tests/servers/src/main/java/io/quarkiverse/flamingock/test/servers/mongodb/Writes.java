package io.quarkiverse.flamingock.test.servers.mongodb;

import java.util.ArrayList;
import java.util.List;

import de.bwaldvogel.mongo.backend.Utils;
import de.bwaldvogel.mongo.bson.Document;

/**
 * The commands that write documents.
 */
final class Writes {

    private Writes() {
    }

    /** One statement of a command; adds to the answer what it did. */
    private interface Statement {
        void run(Document statement, int index);
    }

    static Document insert(Access access, String namespace, Document command) {
        Document answer = new Document("n", 0);
        Statements statements = new Statements(access, namespace);
        each(command, "documents", answer, (document, index) -> {
            statements.insert(document);
            count(answer, "n", 1);
        });
        return answer;
    }

    static Document update(Access access, String namespace, Document command) {
        Document answer = new Document("n", 0).append("nModified", 0);
        List<Document> upserted = new ArrayList<>();
        Statements statements = new Statements(access, namespace);
        each(command, "updates", answer, (statement, index) -> {
            Statements.Updated updated = statements.update(Sleep.in((Document) statement.get("q"), access), statement.get("u"),
                    statement,
                    Utils.isTrue(statement.get("multi")), (Document) statement.get("sort"));
            count(answer, "n", updated.matched());
            count(answer, "nModified", updated.modified());
            if (updated.upserted()) {
                upserted.add(new Document("index", index).append("_id", updated.after().get("_id")));
                answer.put("upserted", upserted);
            }
        });
        return answer;
    }

    static Document delete(Access access, String namespace, Document command) {
        Document answer = new Document("n", 0);
        Statements statements = new Statements(access, namespace);
        each(command, "deletes", answer, (statement, index) -> {
            boolean one = Utils.isTrue(statement.get("limit"));
            while (statements.deleteOne((Document) statement.get("q"), null) != null) {
                count(answer, "n", 1);
                if (one) {
                    break;
                }
            }
        });
        return answer;
    }

    static Document findAndModify(Access access, String namespace, Document command) {
        Statements statements = new Statements(access, namespace);
        Document query = command.get("query") instanceof Document given ? given : new Document();
        Document sort = (Document) command.get("sort");
        if (Utils.isTrue(command.get("remove"))) {
            Document removed = statements.deleteOne(query, sort);
            return new Document("lastErrorObject", new Document("n", removed == null ? 0 : 1))
                    .append("value", projected(removed, command));
        }
        Statements.Updated updated = statements.update(query, command.get("update"), command, false, sort);
        Document last = new Document("n", updated.matched())
                .append("updatedExisting", updated.matched() > 0 && !updated.upserted());
        if (updated.upserted()) {
            last.append("upserted", updated.after().get("_id"));
        }
        Document value = Utils.isTrue(command.get("new")) ? updated.after() : updated.before();
        return new Document("lastErrorObject", last).append("value", projected(value, command));
    }

    private static Document projected(Document document, Document command) {
        Document fields = (Document) command.get("fields");
        return document == null || fields == null ? document
                : Scratch.find(List.of(document), null, fields, 0, 0).get(0);
    }

    @SuppressWarnings("unchecked")
    private static void each(Document command, String field, Document answer, Statement statement) {
        boolean ordered = !Boolean.FALSE.equals(command.get("ordered"));
        List<Document> errors = new ArrayList<>();
        int index = 0;
        for (Document document : (List<Document>) command.get(field)) {
            try {
                statement.run(document, index);
            } catch (CommandError e) {
                if (e.code() == 112 || e.code() == 50 || e.code() == 246) {
                    throw e;
                }
                errors.add(e.writeError(index));
                answer.put("writeErrors", errors);
                if (ordered) {
                    break;
                }
            }
            index++;
        }
    }

    private static void count(Document answer, String field, int more) {
        answer.put(field, (Integer) answer.get(field) + more);
    }
}
