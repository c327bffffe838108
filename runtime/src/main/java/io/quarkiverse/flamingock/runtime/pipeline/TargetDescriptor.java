package io.quarkiverse.flamingock.runtime.pipeline;

/**
 * A target system as the build found it.
 *
 * @param id its id
 * @param kind what it is
 * @param resource the name of the datasource or client; null where the kind has none
 */
public record TargetDescriptor(String id, Kind kind, String resource) {

    /** What a target system is. */
    public enum Kind {
        /** A datasource. */
        JDBC,
        /** A database of a MongoDB client. */
        MONGODB,
        /** A system without transactions, for which changes use the application's own beans. */
        NON_TRANSACTIONAL,
        /** A CDI bean of the application. */
        BEAN
    }
}
