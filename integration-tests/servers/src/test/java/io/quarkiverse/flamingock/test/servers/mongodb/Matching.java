package io.quarkiverse.flamingock.test.servers.mongodb;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;

import org.bson.BsonDocument;
import org.bson.BsonValue;

/**
 * Whether an answer contains what was recorded: all fields of a document, all elements of an array, numbers by value.
 */
final class Matching {

    private Matching() {
    }

    static void check(String path, BsonValue expected, BsonValue actual) {
        assertThat(actual).as("%s, which should be %s", path, expected).isNotNull();
        if (path.endsWith(".setName")) {
            // a replica set may be called anything
            assertThat(actual.isString()).as(path).isTrue();
        } else if (expected.isDocument() && expected.asDocument().containsKey("$any")) {
            assertThat(actual.getBsonType().name()).as(path).isEqualTo("DATE_TIME");
        } else if (expected.isDocument()) {
            assertThat(actual.isDocument()).as("%s: %s", path, actual).isTrue();
            BsonDocument document = actual.asDocument();
            for (Map.Entry<String, BsonValue> field : expected.asDocument().entrySet()) {
                assertThat(document.keySet()).as("%s: %s", path, actual).contains(field.getKey());
                check(path + "." + field.getKey(), field.getValue(), document.get(field.getKey()));
            }
        } else if (expected.isArray()) {
            assertThat(actual.asArray()).as("%s, which should be %s", path, expected).hasSameSizeAs(expected.asArray());
            for (int i = 0; i < expected.asArray().size(); i++) {
                check(path + "[" + i + "]", expected.asArray().get(i), actual.asArray().get(i));
            }
        } else if (expected.isNumber()) {
            assertThat(actual.isNumber()).as("%s: %s", path, actual).isTrue();
            assertThat(actual.asNumber().doubleValue()).as(path).isEqualTo(expected.asNumber().doubleValue());
        } else {
            assertThat(actual).as(path).isEqualTo(expected);
        }
    }
}
