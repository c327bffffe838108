package io.quarkiverse.flamingock.deployment.targets;

/**
 * A CDI bean of the application that is a target system or an audit store.
 *
 * @param id the value of its {@code @Identifier}
 * @param place the class, method or field that makes it, for messages
 */
public record IdentifiedBean(String id, String place) {
}
