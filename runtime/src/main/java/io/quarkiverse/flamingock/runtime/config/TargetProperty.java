package io.quarkiverse.flamingock.runtime.config;

/**
 * The properties of one target system, as they are written into {@code application.properties}.
 */
public final class TargetProperty {

    private static final String TARGETS = "quarkus.flamingock.target-systems.";

    private TargetProperty() {
    }

    /**
     * @param id the id of a target system
     * @return what its properties begin with: the id in quotes, and what is special within quotes and in a key of such a file
     *         behind backslashes
     */
    public static String of(String id) {
        StringBuilder key = new StringBuilder(TARGETS).append('"');
        for (int i = 0; i < id.length(); i++) {
            char c = id.charAt(i);
            switch (c) {
                case '"' -> key.append("\\\\\"");
                case '\\' -> key.append("\\\\\\\\");
                case ' ', '=', ':' -> key.append('\\').append(c);
                default -> key.append(c);
            }
        }
        return key.append('"').toString();
    }
}
