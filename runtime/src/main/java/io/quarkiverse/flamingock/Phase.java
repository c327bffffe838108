package io.quarkiverse.flamingock;

/**
 * When, in the course of a start, a change is applied. Within a phase the order of the changes counts; all changes of
 * {@link #SCHEMA} are applied before any of {@link #APPLICATION}, whatever their orders.
 */
public enum Phase {

    /**
     * Before anything of the application runs: before Hibernate ORM looks at its schema, before messaging channels are there,
     * before any {@code StartupEvent} observer, scheduler, consumer or HTTP port.
     */
    SCHEMA,
    /**
     * After all {@code StartupEvent} observers have run, and before the HTTP port opens. Such a change may use what the
     * application may use: an {@code EntityManager}, a Panache repository, an {@code Emitter}, what an observer has filled.
     * Schedulers and consumers run by then.
     * <p>
     * A start that ends earlier, as with {@code QUARKUS_INIT_AND_EXIT=true}, leaves it to the next one that does not.
     */
    APPLICATION
}
