package io.quarkiverse.flamingock.deployment.targets;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;

import io.quarkiverse.flamingock.runtime.pipeline.TargetDescriptor;
import io.quarkiverse.flamingock.runtime.pipeline.TargetDescriptor.Kind;

/**
 * All target systems that the build knows. Where an id is defined more than once a bean comes before the configuration, and
 * the configuration before a datasource of that name.
 *
 * @param datasources the names of the datasources, sorted
 * @param configured the configured target systems, sorted by id
 * @param beans the target systems that are beans, sorted by id
 */
public record KnownTargets(List<String> datasources, List<ConfiguredTarget> configured, List<BeanTarget> beans) {

    /** The name of the default datasource, as Quarkus has it. */
    public static final String DEFAULT_DATASOURCE = "<default>";

    /** The id of the default datasource. */
    public static final String DEFAULT_ID = "default";

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
        return new KnownTargets(datasources, configured, remaining);
    }

    /**
     * @param declared the id in {@code @TargetSystem}; null without the annotation
     * @return the target system; null where there is none, or where it was left out and there is not exactly one data store
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
                return target.datasource() == null
                        ? new TargetDescriptor(id, Kind.NON_TRANSACTIONAL, null)
                        : new TargetDescriptor(id, Kind.JDBC, target.datasource());
            }
        }
        for (String datasource : datasources) {
            if (idOf(datasource).equals(id)) {
                return new TargetDescriptor(id, Kind.JDBC, datasource);
            }
        }
        return null;
    }

    private String id(String declared) {
        if (declared == null) {
            return datasources.size() == 1 ? idOf(datasources.get(0)) : null;
        }
        return idOf(declared);
    }

    /** {@code <default>} sorts first, so it keeps the id even where a datasource is really called "default". */
    private static String idOf(String datasource) {
        return datasource.equals(DEFAULT_DATASOURCE) ? DEFAULT_ID : datasource;
    }

    /**
     * @return every id that a change may name, sorted
     */
    public List<String> ids() {
        TreeSet<String> ids = new TreeSet<>();
        datasources.forEach(datasource -> ids.add(idOf(datasource)));
        configured.forEach(target -> ids.add(target.id()));
        beans.forEach(bean -> ids.add(bean.id()));
        return new ArrayList<>(ids);
    }
}
