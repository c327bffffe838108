package io.quarkiverse.flamingock.deployment.validate;

import java.util.List;

/**
 * Whether CDI can supply a parameter.
 *
 * @param beans the beans that match, sorted, for messages; exactly one, or null where CDI has an answer of its own, as for
 *        {@code Instance}
 * @param nearMisses beans of the same class that do not match, sorted, for messages
 */
public record CdiAnswer(List<String> beans, List<String> nearMisses) {

    /** CDI supplies it without a bean, or reports it itself. */
    public static final CdiAnswer BUILT_IN = new CdiAnswer(null);

    /**
     * @param beans the beans that match
     */
    public CdiAnswer(List<String> beans) {
        this(beans, List.of());
    }

    /**
     * @param nearMisses beans of the same class that do not match
     * @return that no bean matches
     */
    public static CdiAnswer missing(List<String> nearMisses) {
        return new CdiAnswer(List.of(), nearMisses);
    }

    /**
     * @return whether exactly one bean matches
     */
    public boolean found() {
        return beans != null && beans.size() == 1;
    }

    boolean missing() {
        return beans != null && beans.isEmpty();
    }

    boolean ambiguous() {
        return beans != null && beans.size() > 1;
    }
}
