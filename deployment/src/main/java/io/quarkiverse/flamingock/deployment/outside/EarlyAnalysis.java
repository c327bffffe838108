package io.quarkiverse.flamingock.deployment.outside;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;

import io.quarkiverse.flamingock.Phase;
import io.quarkiverse.flamingock.deployment.scan.ClassFiles;
import io.quarkiverse.flamingock.deployment.scan.ScannedChange;
import io.quarkiverse.flamingock.deployment.targets.ChangeTargets;
import io.quarkiverse.flamingock.deployment.targets.ParameterSources;
import io.quarkiverse.flamingock.deployment.targets.Source;

/**
 * Finds what changes of phase SCHEMA can use although it is not there yet. What is filled by an observer of
 * {@code StartupEvent}, or looked up by code, can't be seen.
 */
final class EarlyAnalysis {

    /** Further than a bean that the change is given, nobody can say that the change comes there. */
    private static final int NEAR = 1;

    private final ApplicationClasses application;
    private final ParameterSources sources;
    private final ChosenBean beans;
    private final HeldClients held;
    private final EntityCalls entities;

    EarlyAnalysis(ApplicationClasses application, ClassFiles classes, ParameterSources sources,
            ChosenBean beans) {
        this.application = application;
        this.sources = sources;
        this.beans = beans;
        Clients parts = new Clients(classes, new StartedParts());
        this.held = new HeldClients(application, parts, new ClientNames(sources::isQualifier), beans);
        this.entities = EntityCalls.areIn(classes) ? new EntityCalls(application, parts, new CallGraph(application, classes))
                : null;
    }

    List<EarlyUse> of(ScannedChange change, ChangeTargets targets) {
        if (change.phase() != Phase.SCHEMA) {
            return List.of();
        }
        List<EarlyUse> uses = new ArrayList<>();
        Set<DotName> given = new HashSet<>();
        for (Place place : Place.of(change)) {
            Source source = sources.of(place.value(), targets);
            if (source == Source.CDI || source == Source.TARGET_OR_CDI) {
                for (Held each : held.of(place.value().type(), place.value().annotations())) {
                    uses.add(new EarlyUse(each.client().reached(each.name()), place.text() + each.path(),
                            each.distance() <= NEAR));
                }
                given.addAll(classes(place));
            }
        }
        if (entities != null) {
            uses.addAll(entities.of(change, given));
        }
        return once(uses);
    }

    /** The class of what the change is given, where that is known, with those that it extends. */
    private Set<DotName> classes(Place place) {
        ClassInfo info = application.find(place.value().type().name());
        if (info != null && !application.below(info).isEmpty()) {
            String chosen = beans.of(place.value().type(), place.value().annotations());
            info = chosen == null ? null : application.find(DotName.createSimple(chosen));
        }
        return info == null ? Set.of() : application.withSuperclasses(info);
    }

    /** One way to each part is enough, the nearest. */
    private static List<EarlyUse> once(List<EarlyUse> uses) {
        Map<String, EarlyUse> once = new LinkedHashMap<>();
        uses.stream().filter(EarlyUse::near).forEach(use -> once.putIfAbsent(use.part(), use));
        uses.forEach(use -> once.putIfAbsent(use.part(), use));
        return List.copyOf(once.values());
    }
}
