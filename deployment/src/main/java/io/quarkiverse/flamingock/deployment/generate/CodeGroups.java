package io.quarkiverse.flamingock.deployment.generate;

import java.lang.constant.ClassDesc;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * Which generated class calls which change. Changes of a package share classes, some dozens a class: at every start Quarkus
 * reads the name of each generated class, so a class per change would make a start longer with every change.
 */
public final class CodeGroups {

    private static final int PER_CLASS = 50;
    private static final String NAME = "FlamingockChanges";

    private final List<CodeGroup> groups = new ArrayList<>();
    private final Map<CompiledCode, CodeGroup> groupOf = new HashMap<>();

    /**
     * @param changes all changes, by order
     * @param application tells the classes of the application from those of libraries
     */
    public CodeGroups(List<CompiledChange> changes, Predicate<String> application) {
        Map<String, List<CodeGroup>> byPackage = new TreeMap<>();
        for (CompiledChange change : changes) {
            String packageName = change.code().change().packageName();
            boolean own = application.test(change.source());
            CodeGroup group = open(byPackage.computeIfAbsent(packageName, name -> new ArrayList<>()), packageName, own);
            group.codes().add(change.code());
            groupOf.put(change.code(), group);
        }
        byPackage.values().forEach(groups::addAll);
    }

    /** A group of the package that has room. */
    private static CodeGroup open(List<CodeGroup> groups, String packageName, boolean application) {
        for (CodeGroup group : groups) {
            if (group.application() == application && group.codes().size() < PER_CLASS) {
                return group;
            }
        }
        String name = NAME + groups.size();
        CodeGroup group = new CodeGroup(ClassDesc.of(packageName.isEmpty() ? name : packageName + "." + name), application,
                new ArrayList<>());
        groups.add(group);
        return group;
    }

    List<CodeGroup> all() {
        return groups;
    }

    CodeGroup of(CompiledCode code) {
        return groupOf.get(code);
    }
}
