package io.quarkiverse.flamingock.test.servers.mongodb;

import java.util.List;
import java.util.Map;

import de.bwaldvogel.mongo.backend.DefaultQueryMatcher;
import de.bwaldvogel.mongo.bson.Document;

/**
 * The validator of a collection: a query, or of {@code $jsonSchema} what is required.
 */
final class Validator {

    private Validator() {
    }

    static void check(Document options, Document document) {
        Document validator = options == null ? null : (Document) options.get("validator");
        if (validator == null || validator.isEmpty()) {
            return;
        }
        for (Map.Entry<String, Object> rule : validator.entrySet()) {
            boolean valid = rule.getKey().equals("$jsonSchema") ? schema((Document) rule.getValue(), document)
                    : new DefaultQueryMatcher().matches(document, new Document(rule.getKey(), rule.getValue()));
            if (!valid) {
                throw new CommandError(121, "DocumentValidationFailure", "Document failed validation");
            }
        }
    }

    private static boolean schema(Document schema, Document document) {
        for (String key : schema.keySet()) {
            if (!List.of("required", "bsonType", "title", "description").contains(key)) {
                throw CommandError.badValue("The stand-in for MongoDB does not know $jsonSchema's " + key);
            }
        }
        return !(schema.get("required") instanceof List<?> required) || document.keySet().containsAll(required);
    }
}
