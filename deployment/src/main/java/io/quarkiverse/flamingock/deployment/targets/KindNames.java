package io.quarkiverse.flamingock.deployment.targets;

import java.util.Set;

import io.quarkiverse.flamingock.runtime.pipeline.TargetDescriptor.Kind;

/**
 * What a kind of another extension may be called.
 */
public final class KindNames {

    private static final Set<String> RESERVED = Set.of(Kind.BEAN, Kind.NON_TRANSACTIONAL);

    private KindNames() {
    }

    /**
     * @param kind the name of a kind
     * @return the same
     * @throws IllegalArgumentException when it is empty or has a meaning of its own
     */
    public static String checked(String kind) {
        if (kind.isBlank() || RESERVED.contains(kind)) {
            throw new IllegalArgumentException("'" + kind + "' can't be the name of a kind. Give it another.");
        }
        return kind;
    }
}
