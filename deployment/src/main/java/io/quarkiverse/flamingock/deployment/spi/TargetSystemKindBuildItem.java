package io.quarkiverse.flamingock.deployment.spi;

import java.util.Collection;
import java.util.List;

import io.quarkiverse.flamingock.deployment.targets.KindNames;
import io.quarkus.builder.item.MultiBuildItem;

/**
 * There is a kind of target systems. At run time the bean {@code @Identifier(kind)} of type
 * {@link io.quarkiverse.flamingock.spi.ChangeTargetKind} opens them.
 * <p>
 * A change may name one by its name alone; one with another id is configured with
 * {@code quarkus.flamingock.target-systems."id".kind} and {@code .name}.
 */
public final class TargetSystemKindBuildItem extends MultiBuildItem {

    private final String kind;
    private final List<String> names;
    private final List<String> supplied;

    /**
     * @param kind the kind, e.g. {@code redis}
     * @param names what there is of the kind; {@code <default>} for one without a name of its own, which changes call
     *        {@code default}
     * @param supplied the names of the classes of parameters that such a target system supplies, as long as they have no
     *        qualifier; all other parameters CDI must supply. At run time
     *        {@link io.quarkiverse.flamingock.spi.ChangeTarget#supplies} has to agree
     */
    public TargetSystemKindBuildItem(String kind, Collection<String> names, Collection<String> supplied) {
        this.kind = KindNames.checked(kind);
        this.names = List.copyOf(names);
        this.supplied = List.copyOf(supplied);
    }

    /**
     * @return the kind
     */
    public String getKind() {
        return kind;
    }

    /**
     * @return what there is of the kind
     */
    public List<String> getNames() {
        return names;
    }

    /**
     * @return the names of the classes of parameters that such a target system supplies
     */
    public List<String> getSupplied() {
        return supplied;
    }
}
