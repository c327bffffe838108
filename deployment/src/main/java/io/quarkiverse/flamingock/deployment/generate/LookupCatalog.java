package io.quarkiverse.flamingock.deployment.generate;

import java.lang.constant.ClassDesc;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.jboss.jandex.AnnotationInstance;

import io.quarkiverse.flamingock.deployment.scan.ScannedParameter;

/**
 * Everything that changes ask CDI for, each thing once: what has the same type, annotations and name. So a thousand changes
 * that ask for the same repository cost a start as much as one.
 */
public final class LookupCatalog {

    /** A class has 64 kilobytes for each method, and ArC sets all injection points of a bean in one. */
    private static final int PER_BEAN = 50;
    private static final String NAME = "io.quarkiverse.flamingock.generated.ChangeLookups";

    private final List<ScannedParameter> distinct;
    private final Map<String, Lookup> lookups = new HashMap<>();

    /**
     * @param demands what changes ask CDI for, in any order
     */
    public LookupCatalog(Collection<ScannedParameter> demands) {
        Map<String, ScannedParameter> sorted = new TreeMap<>();
        demands.forEach(demand -> sorted.putIfAbsent(key(demand), demand));
        distinct = new ArrayList<>(sorted.values());
        int position = 0;
        for (String key : sorted.keySet()) {
            lookups.put(key, new Lookup(ClassDesc.of(NAME + position / PER_BEAN), position % PER_BEAN));
            position++;
        }
    }

    /**
     * @param demand one of the demands, or an equal one
     * @return where it is looked up; null for one that is not in the catalog
     */
    public Lookup find(ScannedParameter demand) {
        return lookups.get(key(demand));
    }

    /**
     * @return the injection points by the bean that has them, in the order of their indexes
     */
    public Map<ClassDesc, List<ScannedParameter>> beans() {
        Map<ClassDesc, List<ScannedParameter>> beans = new TreeMap<>((a, b) -> a.descriptorString()
                .compareTo(b.descriptorString()));
        for (ScannedParameter demand : distinct) {
            beans.computeIfAbsent(find(demand).bean(), bean -> new ArrayList<>()).add(demand);
        }
        return beans;
    }

    /** The name counts, because some producers look at the name of what they inject into. */
    private static String key(ScannedParameter demand) {
        List<String> annotations = demand.annotations().stream().filter(AnnotationInstance::runtimeVisible)
                .map(annotation -> annotation.toString(true)).sorted().toList();
        return demand.type() + " " + demand.name() + " " + annotations;
    }
}
