package io.quarkiverse.flamingock.deployment.scan;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The order that the name of a class or file begins with, as in {@code _20250923_01__AddStatus} or
 * {@code _20250923_01_AddStatus}.
 *
 * @param value the order
 * @param other how else a person may read it; empty for no order at all; null where there is one reading only
 */
public record OrderInName(String value, String other) {

    private static final Pattern TWO_UNDERSCORES = Pattern.compile("^_(.+?)__(.+)$");
    /** Rather of the name than of the order: {@code Create}, {@code V2}, {@code 2nd}, but not {@code 01} or {@code 01a}. */
    private static final Pattern WORD = Pattern.compile("\\p{L}.*|.*\\p{L}\\p{L}.*");
    /** What an order begins with may have letters, too, as in {@code V1}. */
    private static final Pattern WORD_WITHOUT_NUMBER = Pattern.compile("\\p{L}\\P{Nd}+");
    private static final Pattern NUMBER_FIRST = Pattern.compile("^\\d+");

    /**
     * @param name the simple name of a class, or the name of a file without its extension
     * @return the order; null where the name has none
     */
    public static OrderInName of(String name) {
        Matcher matcher = TWO_UNDERSCORES.matcher(name);
        if (matcher.matches()) {
            String stripped = strip(matcher.group(1));
            return new OrderInName(matcher.group(1), stripped.equals(matcher.group(1)) ? null : stripped);
        }
        int last = name.lastIndexOf('_');
        if (!name.startsWith("_") || last <= 1) {
            return null;
        }
        String value = name.substring(1, last);
        String other = other(value, name.substring(last + 1));
        return new OrderInName(value, value.equals(other) ? null : other);
    }

    /**
     * @return whether a person may read it in two ways
     */
    public boolean isAmbiguous() {
        return other != null;
    }

    /**
     * @param order the order in an annotation
     * @return whether the name says the same, or can be read so
     */
    public boolean agrees(String order) {
        return order.equals(value) || order.equals(other) || "".equals(other);
    }

    private static String other(String value, String rest) {
        String stripped = strip(value);
        String[] parts = stripped.split("_+");
        if (WORD_WITHOUT_NUMBER.matcher(parts[0]).matches()) {
            return "";
        }
        StringBuilder order = new StringBuilder(parts[0]);
        for (int i = 1; i < parts.length; i++) {
            if (WORD.matcher(parts[i]).matches()) {
                return order.toString();
            }
            order.append('_').append(parts[i]);
        }
        Matcher number = NUMBER_FIRST.matcher(rest);
        return number.find() ? order.append('_').append(number.group()).toString() : order.toString();
    }

    private static String strip(String order) {
        return order.replaceAll("^_+|_+$", "");
    }
}
