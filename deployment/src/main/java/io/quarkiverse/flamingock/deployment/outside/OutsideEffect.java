package io.quarkiverse.flamingock.deployment.outside;

import io.quarkiverse.flamingock.deployment.targets.DataStore;

/**
 * Something that a change can do outside of its transaction.
 *
 * @param reached what it reaches
 * @param way by what, from the change on
 * @param remedy what would help
 * @param store the data store that it reaches; null for anything else
 * @param id what a target system for it could be called; null where it is no other system
 * @param applies whether its apply method can do it, and not only the one that takes it back or that looks
 */
public record OutsideEffect(String reached, String way, Remedy remedy, DataStore store, String id, boolean applies) {

    /**
     * @return what it is, in one line
     */
    public String text() {
        return reached + ", by " + way;
    }
}
