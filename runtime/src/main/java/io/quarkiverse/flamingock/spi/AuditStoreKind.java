package io.quarkiverse.flamingock.spi;

/**
 * Opens audit stores of a kind. A CDI bean whose {@code @Identifier} is the name of the kind, as an extension gives it to the
 * build in {@code AuditStoreBuildItem}. An application with a single audit store of its own has no need of it: there the
 * {@link AuditStore} itself is a bean.
 */
public interface AuditStoreKind {

    /**
     * Opens a store that the build knows. Called when the application starts, pending changes or not: it sends nothing to a
     * server.
     *
     * @param name the name of the store among those of its kind
     * @return the store
     * @throws io.quarkiverse.flamingock.error.AuditStoreUnavailableException when it is inactive or missing, saying what to
     *         set
     */
    AuditStore open(String name);
}
