package io.quarkiverse.flamingock.deployment.outside;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.DotName;

import io.quarkiverse.flamingock.deployment.targets.DataStore;

/**
 * Which datasource, client or channel a field or parameter means, by what stands on it.
 *
 * @param qualifiers tells qualifiers from other annotations
 */
record ClientNames(Predicate<DotName> qualifiers) {

    private static final Set<String> NAMING = Set.of("jakarta.inject.Named", "io.quarkus.agroal.DataSource",
            "io.quarkus.reactive.datasource.ReactiveDataSource", "io.quarkus.hibernate.orm.PersistenceUnit",
            "io.quarkus.mongodb.MongoClientName", "io.quarkus.redis.client.RedisClientName",
            "org.eclipse.microprofile.reactive.messaging.Channel", "io.smallrye.reactive.messaging.annotations.Channel");
    private static final Set<String> STANDARD = Set.of("jakarta.enterprise.inject.Default", "jakarta.enterprise.inject.Any");
    private static final DotName MONGO_CLIENT = DotName.createSimple("com.mongodb.client.MongoClient");

    /**
     * @param client what it is a client of
     * @param type its type
     * @param annotations what stands on it
     * @return its name; null where it has none or can't be known
     */
    String of(Client client, DotName type, List<AnnotationInstance> annotations) {
        boolean qualified = false;
        for (AnnotationInstance annotation : annotations) {
            String name = annotation.name().toString();
            if (NAMING.contains(name)) {
                return annotation.value() == null ? null : annotation.value().asString();
            }
            qualified |= !STANDARD.contains(name) && qualifiers.test(annotation.name());
        }
        boolean ofDefault = switch (client.binding()) {
            case DATASOURCE, PERSISTENCE_UNIT -> true;
            case MONGODB -> type.equals(MONGO_CLIENT);
            case CONNECTION, NONE -> false;
        };
        return ofDefault && !qualified ? DataStore.DEFAULT_NAME : null;
    }
}
