package io.quarkiverse.flamingock.runtime.mongodb.server;

import io.quarkiverse.flamingock.runtime.config.TablePrefix;

/**
 * The names of the extension's collections.
 *
 * @param prefix what they begin with
 */
public record CollectionNames(String prefix) {

    /**
     * @throws io.quarkiverse.flamingock.error.FlamingockException when the prefix can't be part of a name
     */
    public CollectionNames {
        TablePrefix.checked(prefix);
    }

    /**
     * @return where the events are
     */
    public String audit() {
        return prefix.concat("audit");
    }

    /**
     * @return where the states of the changes are
     */
    public String state() {
        return prefix.concat("state");
    }

    /**
     * @return where the heads of the services are
     */
    public String head() {
        return prefix.concat("head");
    }

    /**
     * @return where the locks are
     */
    public String lock() {
        return prefix.concat("lock");
    }

    /**
     * @return which store this is
     */
    public String store() {
        return prefix.concat("store");
    }

    /**
     * @return where the fences of target systems are
     */
    public String fence() {
        return prefix.concat("fence");
    }

    /**
     * @return where the markers of applied changes are
     */
    public String marker() {
        return prefix.concat("marker");
    }
}
