package io.quarkiverse.flamingock.deployment.spi;

import io.quarkiverse.flamingock.deployment.targets.KindNames;
import io.quarkus.builder.item.MultiBuildItem;

/**
 * There is an audit store. At run time the bean {@code @Identifier(kind)} of type
 * {@link io.quarkiverse.flamingock.spi.AuditStoreKind} opens it. The application names it with
 * {@code quarkus.flamingock.audit-store.kind} and {@code .name}; it need not, where there is no other data store.
 */
public final class AuditStoreBuildItem extends MultiBuildItem {

    private final String kind;
    private final String name;

    /**
     * @param kind its kind, e.g. {@code redis}
     * @param name its name among those of the kind; {@code <default>} for one without a name of its own
     */
    public AuditStoreBuildItem(String kind, String name) {
        this.kind = KindNames.checked(kind);
        this.name = name;
    }

    /**
     * @return its kind
     */
    public String getKind() {
        return kind;
    }

    /**
     * @return its name among those of the kind
     */
    public String getName() {
        return name;
    }
}
