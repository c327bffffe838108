package org.acme.settings;

import java.util.Map;
import java.util.regex.Pattern;

/**
 * Settings in memory.
 *
 * @param values the settings
 */
record CopiedSettings(Map<String, String> values) implements Settings {

    private static final Pattern KEY = Pattern.compile("[\\w.-]+");

    @Override
    public String get(String key) {
        return values.get(key);
    }

    @Override
    public void put(String key, String value) {
        if (!KEY.matcher(key).matches()) {
            throw new IllegalArgumentException(
                    "The key '" + key + "' must be of letters, digits, dots, dashes and underscores");
        }
        if (value.lines().count() > 1 || value.endsWith("\n") || value.endsWith("\r")) {
            throw new IllegalArgumentException("The value of '" + key + "' must be one line");
        }
        values.put(key, value);
    }
}
