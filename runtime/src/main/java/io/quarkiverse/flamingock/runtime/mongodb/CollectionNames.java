package io.quarkiverse.flamingock.runtime.mongodb;

import io.quarkiverse.flamingock.runtime.config.TablePrefix;

/**
 * The names of the extension's collections.
 *
 * @param prefix what they begin with
 */
record CollectionNames(String prefix) {

    CollectionNames {
        TablePrefix.checked(prefix);
    }

    String audit() {
        return prefix.concat("audit");
    }

    String state() {
        return prefix.concat("state");
    }

    String head() {
        return prefix.concat("head");
    }

    String lock() {
        return prefix.concat("lock");
    }

    String fence() {
        return prefix.concat("fence");
    }

    String marker() {
        return prefix.concat("marker");
    }
}
