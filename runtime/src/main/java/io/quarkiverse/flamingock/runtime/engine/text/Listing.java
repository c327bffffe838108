package io.quarkiverse.flamingock.runtime.engine.text;

import java.util.List;

/**
 * Names of changes or orders in a sentence: an application may have hundreds.
 */
public final class Listing {

    private static final int SHOWN = 10;

    private Listing() {
    }

    /**
     * @param all names
     * @return the first ten of them, and how many more there are
     */
    public static String some(List<String> all) {
        return all.size() <= SHOWN ? String.join(", ", all)
                : String.join(", ", all.subList(0, SHOWN)) + " and " + (all.size() - SHOWN) + " more";
    }
}
