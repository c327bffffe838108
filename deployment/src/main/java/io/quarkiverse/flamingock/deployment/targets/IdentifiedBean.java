package io.quarkiverse.flamingock.deployment.targets;

import java.util.List;

/**
 * A CDI bean of the application that is a target system or an audit store.
 *
 * @param id the value of its {@code @Identifier}
 * @param place the class, method or field that makes it, for messages
 * @param datasources the names of the datasources that are injected where it is made
 */
public record IdentifiedBean(String id, String place, List<String> datasources) {

    public IdentifiedBean {
        datasources = List.copyOf(datasources);
    }

    /**
     * One without datasources.
     *
     * @param id the value of its {@code @Identifier}
     * @param place what makes it, for messages
     */
    public IdentifiedBean(String id, String place) {
        this(id, place, List.of());
    }
}
