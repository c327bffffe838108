package io.quarkiverse.flamingock.runtime.jdbc;

/**
 * Texts as every database can store them: a record of an error must not fail because of the error's text.
 */
final class StoredText {

    private static final char REPLACEMENT = '\uFFFD';

    private StoredText() {
    }

    /**
     * @param text any text, may be null
     * @param length how many characters the column has
     * @return the text without NUL characters, cut where it is too long
     */
    static String fit(String text, int length) {
        if (text == null) {
            return null;
        }
        String fitting = text.indexOf('\0') < 0 ? text : text.replace('\0', REPLACEMENT);
        if (fitting.length() <= length) {
            return fitting;
        }
        // never in the middle of a surrogate pair
        int end = Character.isHighSurrogate(fitting.charAt(length - 1)) ? length - 1 : length;
        return fitting.substring(0, end);
    }
}
