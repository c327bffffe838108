package io.quarkiverse.flamingock.deployment.targets;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

import io.quarkiverse.flamingock.runtime.pipeline.TargetDescriptor;
import io.quarkiverse.flamingock.runtime.pipeline.TargetDescriptor.Kind;

/**
 * All target systems and audit stores that the build knows. Where an id is defined more than once a bean comes before the
 * configuration, and the configuration before a datasource, a client or another resource of that name.
 *
 * @param kinds the kinds of target systems, sorted by name
 * @param recordable what executions can be recorded in, sorted; without beans
 * @param configured the configured target systems, sorted by id
 * @param beans the target systems that are beans, sorted by id
 * @param storeBeans the audit stores that are beans, sorted by id
 */
public record KnownTargets(List<TargetKind> kinds, List<DataStore> recordable, List<ConfiguredTarget> configured,
        List<IdentifiedBean> beans, List<IdentifiedBean> storeBeans) {

    private static final Comparator<IdentifiedBean> BY_ID = Comparator.comparing(IdentifiedBean::id)
            .thenComparing(IdentifiedBean::place);

    public KnownTargets {
        TreeMap<String, TargetKind> byName = new TreeMap<>();
        kinds.forEach(kind -> byName.merge(kind.name(), kind, TargetKind::and));
        kinds = List.copyOf(byName.values());
        recordable = recordable.stream().distinct()
                .sorted(Comparator.comparing(DataStore::kind).thenComparing(DataStore::name)).toList();
        configured = configured.stream().sorted(Comparator.comparing(ConfiguredTarget::id)).toList();
        beans = beans.stream().sorted(BY_ID).toList();
        storeBeans = storeBeans.stream().sorted(BY_ID).toList();
    }

    /**
     * An application with no other extension.
     *
     * @param datasources the names of the datasources
     * @param mongodb the MongoDB clients
     * @param configured the configured target systems
     * @param beans the target systems that are beans
     */
    public KnownTargets(List<String> datasources, MongoClients mongodb, List<ConfiguredTarget> configured,
            List<IdentifiedBean> beans) {
        this(mongodb.present() ? List.of(TargetKind.jdbc(datasources), TargetKind.mongodb(mongodb.names()))
                : List.of(TargetKind.jdbc(datasources)),
                Stream.concat(datasources.stream().map(name -> new DataStore(Kind.JDBC, name)),
                        mongodb.names().stream().map(name -> new DataStore(Kind.MONGODB, name))).toList(),
                configured, beans, List.of());
    }

    /**
     * @param remaining the target systems that really are beans
     * @param remainingStores the audit stores that really are beans
     * @return these target systems with those beans only
     */
    public KnownTargets withBeans(List<IdentifiedBean> remaining, List<IdentifiedBean> remainingStores) {
        return new KnownTargets(kinds, recordable, configured, remaining, remainingStores);
    }

    /**
     * @return the data stores and other resources that are target systems, those of a kind together and sorted
     */
    public List<DataStore> stores() {
        List<DataStore> stores = new ArrayList<>();
        kinds.forEach(kind -> kind.names().forEach(name -> stores.add(new DataStore(kind.name(), name))));
        return stores;
    }

    /**
     * @return what executions can be recorded in, the beans last
     */
    public List<DataStore> auditStores() {
        List<DataStore> stores = new ArrayList<>(recordable);
        storeBeans.stream().map(IdentifiedBean::id).distinct().forEach(id -> stores.add(new DataStore(Kind.BEAN, id)));
        return stores;
    }

    /**
     * @param kind a kind of target systems
     * @return whether the application has an extension for it
     */
    public boolean knows(String kind) {
        return kinds.stream().anyMatch(known -> known.name().equals(kind));
    }

    /**
     * @param kind a kind of target systems
     * @return the names of what there is of it, sorted
     */
    public List<String> names(String kind) {
        return kinds.stream().filter(known -> known.name().equals(kind)).flatMap(known -> known.names().stream()).toList();
    }

    /**
     * @param declared the id in {@code @TargetSystem}; null without the annotation
     * @return the target system; null where there is none, where several have that id, or where it was left out and there is
     *         not exactly one data store
     */
    public TargetDescriptor find(String declared) {
        String id = id(declared);
        if (id == null) {
            return null;
        }
        if (beans.stream().anyMatch(bean -> bean.id().equals(id))) {
            return new TargetDescriptor(id, Kind.BEAN, null);
        }
        for (ConfiguredTarget target : configured) {
            if (target.id().equals(id)) {
                return target.descriptor();
            }
        }
        List<DataStore> meant = named(id);
        return meant.isEmpty() || isAmbiguous(meant) ? null
                : new TargetDescriptor(id, meant.get(0).kind(), meant.get(0).name());
    }

    /**
     * @param target one of these target systems
     * @return the names of the datasources that its changes may change: its own, or those that are injected where it is made
     */
    public List<String> datasources(TargetDescriptor target) {
        if (Kind.JDBC.equals(target.kind())) {
            return target.resource() == null ? List.of() : List.of(target.resource());
        }
        return !Kind.BEAN.equals(target.kind()) ? List.of()
                : beans.stream().filter(bean -> bean.id().equals(target.id())).flatMap(bean -> bean.datasources().stream())
                        .filter(names(Kind.JDBC)::contains).distinct().sorted().toList();
    }

    /**
     * @return every target system that a change may name, sorted by id
     */
    public List<TargetDescriptor> all() {
        return ids().stream().map(this::find).filter(Objects::nonNull).toList();
    }

    /**
     * @param id the id in {@code @TargetSystem}, or null
     * @return the data stores of different kinds that have this id; empty where there is at most one, or where a bean or the
     *         configuration says what is meant
     */
    public List<DataStore> ambiguous(String id) {
        List<DataStore> meant = id == null ? List.of() : named(id);
        return find(id) == null && isAmbiguous(meant) ? meant : List.of();
    }

    private static boolean isAmbiguous(List<DataStore> stores) {
        return stores.stream().map(DataStore::kind).distinct().count() > 1;
    }

    /** {@code <default>} sorts first, so it keeps the id even where a datasource is really called "default". */
    private List<DataStore> named(String id) {
        return stores().stream()
                .filter(store -> store.id().equals(DataStore.DEFAULT_NAME.equals(id) ? DataStore.DEFAULT_ID : id))
                .toList();
    }

    private String id(String declared) {
        if (declared == null) {
            List<DataStore> stores = stores();
            return stores.size() == 1 ? stores.get(0).id() : null;
        }
        return declared.equals(DataStore.DEFAULT_NAME) ? DataStore.DEFAULT_ID : declared;
    }

    /**
     * @return every id that a change may name, sorted
     */
    public List<String> ids() {
        TreeSet<String> ids = new TreeSet<>();
        stores().forEach(store -> ids.add(store.id()));
        configured.forEach(target -> ids.add(target.id()));
        beans.forEach(bean -> ids.add(bean.id()));
        return new ArrayList<>(ids);
    }
}
