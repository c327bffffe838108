package io.quarkiverse.flamingock.test.servers.mongodb;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import de.bwaldvogel.mongo.bson.Document;

/**
 * All that the stand-in knows of JavaScript: <code>{$where: "sleep(1000) || true"}</code>, a query that takes long.
 */
final class Sleep {

    private static final Pattern CALL = Pattern.compile("sleep\\((\\d+)\\) \\|\\| true");

    private Sleep() {
    }

    /** Takes as long as a query says; gives back the rest of it. */
    static Document in(Document query, Access access) {
        if (query.get("$where") instanceof String script) {
            Matcher call = CALL.matcher(script);
            if (!call.matches()) {
                throw CommandError.badValue("The stand-in for MongoDB does not know JavaScript but " + CALL + ": " + script);
            }
            access.sleep(Duration.ofMillis(Long.parseLong(call.group(1))));
            Document rest = query.clone();
            rest.remove("$where");
            return rest;
        }
        return query;
    }
}
