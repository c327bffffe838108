package io.quarkiverse.flamingock.deployment.outside;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;

import io.quarkiverse.flamingock.deployment.outside.CallGraph.Step;
import io.quarkiverse.flamingock.deployment.scan.ClassFiles;
import io.quarkiverse.flamingock.deployment.scan.ScannedChange;
import io.quarkiverse.flamingock.deployment.scan.ScannedMethod;

/**
 * Calls of entities of Panache, which find Hibernate by themselves: nobody is given anything.
 */
final class EntityCalls {

    private static final List<String> BASES = List.of("io.quarkus.hibernate.orm.panache.PanacheEntityBase",
            "io.quarkus.hibernate.orm.panache.kotlin.PanacheEntityBase",
            "io.quarkus.hibernate.reactive.panache.PanacheEntityBase",
            "io.quarkus.hibernate.reactive.panache.kotlin.PanacheEntityBase");

    private final ApplicationClasses application;
    private final Clients parts;
    private final CallGraph graph;

    EntityCalls(ApplicationClasses application, Clients parts, CallGraph graph) {
        this.application = application;
        this.parts = parts;
        this.graph = graph;
    }

    /** Whether there can be any: following the calls of every change costs the build time. */
    static boolean areIn(ClassFiles classes) {
        return BASES.stream().anyMatch(base -> classes.find(DotName.createSimple(base)) != null);
    }

    /**
     * @param change a change
     * @param given the classes of what it is given
     * @return what its code can use
     */
    List<EarlyUse> of(ScannedChange change, Set<DotName> given) {
        List<EarlyUse> uses = new ArrayList<>();
        Walk walk = graph.walk(application.withSuperclasses(change.info()));
        List<ScannedMethod> starts = new ArrayList<>(change.initializers());
        starts.addAll(change.methods());
        if (change.constructor() != null) {
            starts.add(0, change.constructor());
        }
        for (ScannedMethod start : starts) {
            String name = start.info().isConstructor() ? "its constructor" : "#" + start.name();
            List<Step> steps = graph.from(new Step(start.info().declaringClass().name(),
                    start.info().name() + start.info().descriptor(), 0), walk);
            Set<String> reaching = reaching(steps);
            for (Step step : steps) {
                if (!isEntity(step.type())) {
                    graph.calls(step).stream().filter(call -> reaches(call, reaching))
                            .forEach(call -> uses.add(use(call, step, name, given)));
                }
            }
        }
        return uses;
    }

    private EarlyUse use(Call call, Step step, String start, Set<DotName> given) {
        String place = step.distance() == 0 ? start
                : step.name() + ", which " + start + (step.distance() == 1 ? " calls" : " reaches");
        return new EarlyUse(parts.find(call.owner()).reached(null),
                "a call of " + call.owner() + "." + call.name() + " in " + place,
                step.distance() == 0 || step.distance() == 1 && given.contains(step.type()));
    }

    /** The methods that entities have themselves and that call those of Panache. */
    private Set<String> reaching(List<Step> steps) {
        Set<String> reaching = new HashSet<>();
        boolean more = true;
        while (more) {
            more = false;
            for (Step step : steps) {
                if (isEntity(step.type()) && graph.calls(step).stream().anyMatch(call -> reaches(call, reaching))) {
                    more |= reaching.add(step.type() + "#" + step.signature());
                }
            }
        }
        return reaching;
    }

    private boolean isEntity(DotName type) {
        return application.find(type) != null && parts.find(type) != null;
    }

    private boolean reaches(Call call, Set<String> reaching) {
        if (call.descriptor().isEmpty() || call.isConstructor() || parts.find(call.owner()) == null) {
            return false;
        }
        ClassInfo entity = application.find(call.owner());
        if (entity == null) {
            return call.exact();
        }
        for (DotName type : application.withSuperclasses(entity)) {
            if (graph.code(type) != null && graph.code(type).has(call.signature())) {
                return reaching.contains(type + "#" + call.signature());
            }
        }
        return true;
    }
}
