package io.quarkiverse.flamingock.runtime.pipeline;

/**
 * Compares checksums. Each begins with its form, up to a colon: how it was made from the code. Those of two forms say nothing
 * about each other.
 */
public final class Checksums {

    private static final char FORM_ENDS = ':';

    private Checksums() {
    }

    /**
     * @param recorded the checksum of the code that ran
     * @param current the checksum of today's code
     * @return whether they can be compared
     */
    public static boolean comparable(String recorded, String current) {
        int end = current.indexOf(FORM_ENDS) + 1;
        return recorded.indexOf(FORM_ENDS) + 1 == end && recorded.startsWith(current.substring(0, end));
    }

    /**
     * @param recorded the checksum of the code that ran
     * @param current the checksum of today's code
     * @return whether they are known to be of different code
     */
    public static boolean differ(String recorded, String current) {
        return comparable(recorded, current) && !recorded.equals(current);
    }
}
