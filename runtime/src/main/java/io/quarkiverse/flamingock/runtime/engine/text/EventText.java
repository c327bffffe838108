package io.quarkiverse.flamingock.runtime.engine.text;

/**
 * Texts as every audit store can keep them: a record of an error must not fail because of the error's text, and its hash must
 * be that of what can be read back.
 */
public final class EventText {

    private static final char REPLACEMENT = '\uFFFD';

    private EventText() {
    }

    /**
     * @param text any text, may be null
     * @param length how many characters are kept
     * @return the text without NUL characters and halves of surrogate pairs, cut where it is too long
     */
    public static String fit(String text, int length) {
        if (text == null) {
            return null;
        }
        String kept = text.length() <= length ? text : text.substring(0, length);
        StringBuilder fitting = null;
        for (int i = 0; i < kept.length(); i++) {
            if (!isStorable(kept, i)) {
                fitting = fitting == null ? new StringBuilder(kept) : fitting;
                fitting.setCharAt(i, REPLACEMENT);
            }
        }
        return fitting == null ? kept : fitting.toString();
    }

    private static boolean isStorable(String text, int i) {
        char c = text.charAt(i);
        if (Character.isHighSurrogate(c)) {
            return i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1));
        }
        if (Character.isLowSurrogate(c)) {
            return i > 0 && Character.isHighSurrogate(text.charAt(i - 1));
        }
        return c != 0;
    }
}
