package io.quarkiverse.flamingock.deployment.targets;

import io.quarkiverse.flamingock.runtime.pipeline.TargetDescriptor.Kind;

/**
 * A datasource, a client or another resource of the application, in which changes can be applied or recorded.
 *
 * @param kind what it is
 * @param name its name; {@code <default>} for the default one
 */
public record DataStore(String kind, String name) {

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
     * @return what it is called in lists
     */
    public String label() {
        return kind.equals(Kind.JDBC) ? name : described();
    }

    /**
     * @return what it is called in sentences
     */
    public String described() {
        return switch (kind) {
            case Kind.JDBC -> "datasource " + name;
            case Kind.MONGODB -> "MongoDB client " + name;
            case Kind.BEAN -> "AuditStore bean " + name;
            default -> kind + " " + name;
        };
    }

    /**
     * @return the properties that name it, below those of an audit store or a target system
     */
    public String property() {
        return switch (kind) {
            case Kind.JDBC -> ".datasource";
            case Kind.MONGODB -> ".mongodb-client";
            case Kind.BEAN -> ".identifier";
            default -> ".kind and .name";
        };
    }
}
