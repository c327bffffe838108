package io.quarkiverse.flamingock.runtime.engine.text;

/**
 * A property as an argument of a command that is printed: it can be pasted into a shell as it stands, and is read as what it
 * says.
 */
public final class SystemProperty {

    private SystemProperty() {
    }

    /**
     * @param name the name of a property
     * @param value its value
     * @return the argument, in single quotes where a shell would make something else of it
     */
    public static String argument(String name, String value) {
        // The configuration would replace ${…} and $$.
        return ShellArgument.of("-D" + name + "=" + value.replace("$", "\\$"));
    }
}
