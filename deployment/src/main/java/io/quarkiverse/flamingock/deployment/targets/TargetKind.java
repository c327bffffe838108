package io.quarkiverse.flamingock.deployment.targets;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import io.quarkiverse.flamingock.runtime.pipeline.TargetDescriptor.Kind;

/**
 * A kind of target systems that the application has.
 *
 * @param name what it is called
 * @param names what there is of it, sorted
 * @param supplied the classes of parameters that such a target system supplies, sorted
 */
public record TargetKind(String name, List<String> names, List<String> supplied) {

    private static final List<String> JDBC = List.of("java.sql.Connection", "javax.sql.DataSource");
    private static final List<String> MONGODB = List.of("com.mongodb.client.MongoClient", "com.mongodb.client.MongoDatabase",
            "com.mongodb.client.ClientSession");

    public TargetKind {
        names = List.copyOf(new TreeSet<>(names));
        supplied = List.copyOf(new TreeSet<>(supplied));
    }

    /**
     * @param datasources the names of datasources
     * @return the kind of them
     */
    public static TargetKind jdbc(Collection<String> datasources) {
        return new TargetKind(Kind.JDBC, List.copyOf(datasources), JDBC);
    }

    /**
     * @param clients the names of MongoDB clients
     * @return the kind of them
     */
    public static TargetKind mongodb(Collection<String> clients) {
        return new TargetKind(Kind.MONGODB, List.copyOf(clients), MONGODB);
    }

    /** Of two extensions that know the same kind, both count. */
    TargetKind and(TargetKind other) {
        Set<String> allNames = new TreeSet<>(names);
        allNames.addAll(other.names);
        Set<String> allSupplied = new TreeSet<>(supplied);
        allSupplied.addAll(other.supplied);
        return new TargetKind(name, List.copyOf(allNames), List.copyOf(allSupplied));
    }
}
