package io.quarkiverse.flamingock.runtime.mongodb.server;

import org.bson.Document;

/**
 * Numbers, of whatever type a shell or another driver has left them.
 */
public final class Numbers {

    private Numbers() {
    }

    /**
     * @param document a document
     * @param field the name of a field
     * @return its value; 0 where it is missing
     */
    public static long number(Document document, String field) {
        return document.get(field) instanceof Number number ? number.longValue() : 0;
    }
}
