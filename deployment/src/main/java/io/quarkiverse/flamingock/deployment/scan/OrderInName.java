package io.quarkiverse.flamingock.deployment.scan;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the order of a change from the name of its class or file, as in {@code _20250923_01__AddStatus} or
 * {@code _20250923_01_AddStatus}.
 */
public final class OrderInName {

    private static final Pattern TWO_UNDERSCORES = Pattern.compile("^_(.+?)__(.+)$");

    private OrderInName() {
    }

    /**
     * @param name the simple name of a class, or the name of a file without its extension
     * @return the order; null where the name has none
     */
    public static String of(String name) {
        Matcher matcher = TWO_UNDERSCORES.matcher(name);
        if (matcher.matches()) {
            return matcher.group(1);
        }
        int last = name.lastIndexOf('_');
        return name.startsWith("_") && last > 1 ? name.substring(1, last) : null;
    }
}
