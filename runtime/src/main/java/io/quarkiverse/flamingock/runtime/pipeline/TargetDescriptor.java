package io.quarkiverse.flamingock.runtime.pipeline;

/**
 * A target system as the build found it.
 *
 * @param id its id
 * @param kind what it is: one of {@link Kind}, or the kind of another extension
 * @param resource its name among those of its kind; null where the kind has no names
 */
public record TargetDescriptor(String id, String kind, String resource) {

    /** What a target system is without any other extension. */
    public static final class Kind {

        /** A datasource. */
        public static final String JDBC = "jdbc";
        /** A database of a MongoDB client. */
        public static final String MONGODB = "mongodb";
        /** A system without transactions, for which changes use the application's own beans. */
        public static final String NON_TRANSACTIONAL = "non-transactional";
        /** A CDI bean of the application. */
        public static final String BEAN = "bean";

        private Kind() {
        }
    }
}
