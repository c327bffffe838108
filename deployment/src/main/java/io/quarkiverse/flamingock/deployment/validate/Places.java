package io.quarkiverse.flamingock.deployment.validate;

import java.util.List;

/**
 * Names the places that one problem is about: an application may have hundreds.
 */
final class Places {

    private static final int MOST = 10;

    private Places() {
    }

    static String some(List<String> places) {
        int more = places.size() - MOST;
        return more <= 0 ? String.join(", ", places)
                : String.join(", ", places.subList(0, MOST)) + " and " + more + " more";
    }
}
