package io.quarkiverse.flamingock.deployment.targets;

import java.util.List;
import java.util.TreeSet;

/**
 * The MongoDB clients of the application. Quarkus makes one for each name that an injection point or the configuration names;
 * the default client is there whenever the extension is.
 *
 * @param present whether the application has the extension at all
 * @param names the names of the clients, sorted
 */
public record MongoClients(boolean present, List<String> names) {

    /** An application without MongoDB. */
    public static final MongoClients ABSENT = new MongoClients(false, List.of());

    private static final String PREFIX = "quarkus.mongodb.";

    /** Of these properties one at least is set for a client that is meant. */
    private static final List<String> PROPERTIES = List.of("connection-string", "hosts", "database");

    public MongoClients {
        names = names.stream().sorted().distinct().toList();
    }

    /**
     * @param qualifiers the values of {@code @MongoClientName} in the application
     * @param properties the names of all properties that are known to the build
     * @param others whether the application has other data stores
     * @return the clients. The default client belongs to them where it is configured, or where nothing else could be meant
     */
    public static MongoClients of(Iterable<String> qualifiers, Iterable<String> properties, boolean others) {
        TreeSet<String> names = new TreeSet<>();
        qualifiers.forEach(names::add);
        for (String property : properties) {
            for (String attribute : PROPERTIES) {
                String name = name(property, attribute);
                if (name != null) {
                    names.add(name);
                }
            }
        }
        if (names.isEmpty() && !others) {
            names.add(DataStore.DEFAULT_NAME);
        }
        return new MongoClients(true, List.copyOf(names));
    }

    /** The client that a property is of, or null. */
    private static String name(String property, String attribute) {
        if (!property.startsWith(PREFIX) || !property.endsWith(attribute)) {
            return null;
        }
        String name = property.substring(PREFIX.length(), property.length() - attribute.length());
        if (name.isEmpty()) {
            return DataStore.DEFAULT_NAME;
        }
        if (!name.endsWith(".")) {
            return null;
        }
        name = name.substring(0, name.length() - 1);
        boolean quoted = name.length() > 2 && name.startsWith("\"") && name.endsWith("\"");
        return quoted ? name.substring(1, name.length() - 1) : name.contains(".") ? null : name;
    }
}
