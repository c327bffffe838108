package io.quarkiverse.flamingock.runtime.text;

/**
 * A text of somebody else as a sentence of a message: some drivers end theirs with a full stop, others do not.
 */
public final class Sentence {

    private Sentence() {
    }

    /**
     * @param text any text, may be null
     * @return the text without its full stop; three dots stay
     */
    public static String unended(String text) {
        String stripped = String.valueOf(text).stripTrailing();
        return stripped.endsWith(".") && !stripped.endsWith("..") ? stripped.substring(0, stripped.length() - 1) : stripped;
    }
}
