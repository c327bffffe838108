package org.acme.settings;

/**
 * What changes are given of a settings file.
 */
public interface Settings {

    /**
     * @return the value, or null
     */
    String get(String key);

    /**
     * @param key letters, digits, dots, dashes and underscores
     * @param value one line
     */
    void put(String key, String value);
}
