package io.quarkiverse.flamingock.runtime.config;

/**
 * Characters that names must not hold: what can't be seen in a message, typed into a command or kept by every store.
 */
public final class ControlCharacter {

    private ControlCharacter() {
    }

    /**
     * @param name a name
     * @return where the first one is, or half of a character; -1 where there is none
     */
    public static int in(String name) {
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (Character.isSurrogate(c)) {
                if (Character.isLowSurrogate(c) || i + 1 == name.length() || !Character.isLowSurrogate(name.charAt(i + 1))) {
                    return i;
                }
                i++;
            } else if (Character.isISOControl(c) || c == '\u2028' || c == '\u2029') {
                return i;
            }
        }
        return -1;
    }

    /**
     * @param name a name with such a character
     * @return the first one, for messages
     */
    public static String named(String name) {
        int at = in(name);
        return String.format("the character U+%04X at position %d", (int) name.charAt(at), at + 1);
    }
}
