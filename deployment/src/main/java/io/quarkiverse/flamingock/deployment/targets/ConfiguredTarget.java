package io.quarkiverse.flamingock.deployment.targets;

/**
 * A target system of the configuration, as it is written.
 *
 * @param id its id
 * @param datasource the name of its datasource; null where none is given
 * @param nonTransactional whether its kind is given as non-transactional
 */
public record ConfiguredTarget(String id, String datasource, boolean nonTransactional) {

    /**
     * @return what its properties begin with, for messages
     */
    public String property() {
        return "quarkus.flamingock.target-systems.\"" + id + "\"";
    }
}
