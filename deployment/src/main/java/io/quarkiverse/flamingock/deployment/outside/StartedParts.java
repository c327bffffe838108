package io.quarkiverse.flamingock.deployment.outside;

import java.util.Map;
import java.util.Set;

import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;

/**
 * What an application has only once it has started: Hibernate looks at its schema and messaging has its channels after the
 * changes of phase SCHEMA. Subtypes are found by their supertypes.
 */
final class StartedParts implements Catalog {

    private static final Client ORM = Client.of("Hibernate ORM", "");
    private static final Client REACTIVE = Client.of("Hibernate Reactive", "");
    private static final Client CHANNEL = Client.of("a messaging channel", "");

    private static final Set<String> OF_ORM = Set.of("jakarta.persistence.EntityManager",
            "jakarta.persistence.EntityManagerFactory", "jakarta.persistence.SchemaManager", "jakarta.persistence.Cache",
            "jakarta.persistence.PersistenceUnitUtil", "jakarta.persistence.criteria.CriteriaBuilder",
            "jakarta.persistence.metamodel.Metamodel", "org.hibernate.SharedSessionContract", "org.hibernate.Session",
            "org.hibernate.StatelessSession", "org.hibernate.SessionFactory", "org.springframework.data.repository.Repository");
    private static final Set<String> OF_MESSAGING = Set.of("org.eclipse.microprofile.reactive.messaging.Emitter",
            "io.smallrye.reactive.messaging.EmitterType", "io.smallrye.reactive.messaging.MutinyEmitter",
            "io.smallrye.reactive.messaging.kafka.KafkaClientService");
    private static final Map<String, Client> PACKAGES = Map.of("io.quarkus.hibernate.orm.panache.", ORM,
            "io.quarkus.hibernate.panache.", ORM, "org.hibernate.search.mapper.orm.", ORM,
            "org.hibernate.reactive.", REACTIVE, "io.quarkus.hibernate.reactive.", REACTIVE);
    private static final Set<String> CHANNELS = Set.of("org.eclipse.microprofile.reactive.messaging.Channel",
            "io.smallrye.reactive.messaging.annotations.Channel");
    private static final DotName JAKARTA_DATA = DotName.createSimple("jakarta.data.repository.Repository");

    @Override
    public Client find(DotName type) {
        String name = type.toString();
        if (OF_ORM.contains(name)) {
            return ORM;
        }
        if (OF_MESSAGING.contains(name)) {
            return CHANNEL;
        }
        for (Map.Entry<String, Client> each : PACKAGES.entrySet()) {
            if (name.startsWith(each.getKey())) {
                return each.getValue();
            }
        }
        return null;
    }

    @Override
    public Client given(DotName annotation) {
        return CHANNELS.contains(annotation.toString()) ? CHANNEL : null;
    }

    @Override
    public Client declared(ClassInfo type) {
        return type.hasDeclaredAnnotation(JAKARTA_DATA) ? ORM : null;
    }
}
