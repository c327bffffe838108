package io.quarkiverse.flamingock.runtime.pipeline;

/**
 * The audit store as the build found it.
 *
 * @param kind what it is: one of {@link Kind}, or the kind of another extension
 * @param resource its name among those of its kind
 */
public record StoreDescriptor(String kind, String resource) {

    /** What an audit store is without any other extension. */
    public static final class Kind {

        /** A datasource. */
        public static final String JDBC = TargetDescriptor.Kind.JDBC;
        /** A database of a MongoDB client. */
        public static final String MONGODB = TargetDescriptor.Kind.MONGODB;
        /** A CDI bean of the application, named by its identifier. */
        public static final String BEAN = TargetDescriptor.Kind.BEAN;

        private Kind() {
        }
    }
}
