package io.quarkiverse.flamingock.deployment.targets;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;

import io.quarkiverse.flamingock.runtime.pipeline.TargetDescriptor;
import io.quarkiverse.flamingock.runtime.pipeline.TargetDescriptor.Kind;

/**
 * All target systems that the build knows. Where an id is defined more than once a bean comes before the configuration, and
 * the configuration before a datasource or client of that name.
 *
 * @param datasources the names of the datasources, sorted
 * @param mongodb the MongoDB clients
 * @param configured the configured target systems, sorted by id
 * @param beans the target systems that are beans, sorted by id
 */
public record KnownTargets(List<String> datasources, MongoClients mongodb, List<ConfiguredTarget> configured,
        List<BeanTarget> beans) {

    public KnownTargets {
        datasources = datasources.stream().sorted().toList();
        configured = configured.stream().sorted(Comparator.comparing(ConfiguredTarget::id)).toList();
        beans = beans.stream().sorted(Comparator.comparing(BeanTarget::id).thenComparing(BeanTarget::place)).toList();
    }

    /**
     * @param remaining the beans that really exist
     * @return these target systems with those beans only
     */
    public KnownTargets withBeans(List<BeanTarget> remaining) {
        return new KnownTargets(datasources, mongodb, configured, remaining);
    }

    /**
     * @return the data stores of the application, those of a kind together and sorted
     */
    public List<DataStore> stores() {
        List<DataStore> stores = new ArrayList<>();
        datasources.forEach(name -> stores.add(new DataStore(Kind.JDBC, name)));
        mongodb.names().forEach(name -> stores.add(new DataStore(Kind.MONGODB, name)));
        return stores;
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
