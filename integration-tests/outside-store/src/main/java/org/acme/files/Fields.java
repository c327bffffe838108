package org.acme.files;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Named values as a text without spaces and line ends.
 *
 * @param values the values by their name
 */
public record Fields(Map<String, String> values) {

    /** None yet. */
    public Fields() {
        this(new LinkedHashMap<>());
    }

    /**
     * @param text what {@link #toString()} gave
     */
    public static Fields parse(String text) {
        Fields fields = new Fields();
        for (String field : text.split("&")) {
            int equals = field.indexOf('=');
            fields.with(decode(field.substring(0, equals)), decode(field.substring(equals + 1)));
        }
        return fields;
    }

    /**
     * @param value left out where it is null
     * @return this
     */
    public Fields with(String name, Object value) {
        if (value != null) {
            values.put(name, value.toString());
        }
        return this;
    }

    /**
     * @return the value, or null
     */
    public String text(String name) {
        return values.get(name);
    }

    /**
     * @return the number
     */
    public long number(String name) {
        return Long.parseLong(values.get(name));
    }

    @Override
    public String toString() {
        return values.entrySet().stream().map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
