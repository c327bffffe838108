package io.quarkiverse.flamingock.deployment.targets;

import io.quarkiverse.flamingock.runtime.pipeline.TargetDescriptor.Kind;

/**
 * A datasource or a client of the application, in which changes can be applied and recorded.
 *
 * @param kind what it is
 * @param name its name; {@code <default>} for the default one
 */
public record DataStore(Kind kind, String name) {

    /** The name of the default datasource and of the default client, as Quarkus has it. */
    public static final String DEFAULT_NAME = "<default>";

    /** The id of the default datasource or client. */
    public static final String DEFAULT_ID = "default";

    /**
     * @return the id that changes may name it by
     */
    public String id() {
        return name.equals(DEFAULT_NAME) ? DEFAULT_ID : name;
    }

    /**
     * @return what it is called in messages
     */
    public String label() {
        return kind == Kind.MONGODB ? "MongoDB client " + name : name;
    }
}
