package io.quarkiverse.flamingock.runtime.pipeline;

/**
 * The audit store as the build found it.
 *
 * @param kind what it is
 * @param resource the name of the datasource or client
 */
public record StoreDescriptor(Kind kind, String resource) {

    /** What an audit store is. */
    public enum Kind {
        /** A datasource. */
        JDBC,
        /** A database of a MongoDB client. */
        MONGODB
    }
}
