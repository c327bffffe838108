package io.quarkiverse.flamingock.runtime.engine.text;

/**
 * A word of a command that is printed, so that a shell takes it as it is.
 */
public final class ShellArgument {

    private static final String PLAIN = "._-@%+=:,/";

    private ShellArgument() {
    }

    /**
     * @param text any text
     * @return the text, in single quotes where a shell would make something else of it
     */
    public static String of(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean plain = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || PLAIN.indexOf(c) >= 0;
            if (!plain) {
                // Within single quotes a shell takes everything as it is, but for the quote itself.
                return "'" + text.replace("'", "'\\''") + "'";
            }
        }
        return text;
    }
}
