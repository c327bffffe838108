package io.quarkiverse.flamingock.runtime.engine.text;

/**
 * A property as an argument of a command that is printed: it can be pasted into a shell as it stands, and is read as what it
 * says.
 */
public final class SystemProperty {

    private static final String PLAIN = "._-@%+=:,/";

    private SystemProperty() {
    }

    /**
     * @param name the name of a property
     * @param value its value
     * @return the argument, in single quotes where a shell would make something else of it
     */
    public static String argument(String name, String value) {
        // The configuration would replace ${…} and $$.
        return quoted("-D" + name + "=" + value.replace("$", "\\$"));
    }

    /** Within single quotes a shell takes everything as it is, but for the quote itself. */
    private static String quoted(String argument) {
        for (int i = 0; i < argument.length(); i++) {
            char c = argument.charAt(i);
            boolean plain = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || PLAIN.indexOf(c) >= 0;
            if (!plain) {
                return "'" + argument.replace("'", "'\\''") + "'";
            }
        }
        return argument;
    }
}
