package io.quarkiverse.flamingock.deployment.validate;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;

import io.quarkiverse.flamingock.deployment.scan.ScannedChange;
import io.quarkiverse.flamingock.deployment.scan.ScannedTarget;
import io.quarkiverse.flamingock.deployment.targets.ConfiguredTarget;
import io.quarkiverse.flamingock.deployment.targets.DataStore;
import io.quarkiverse.flamingock.deployment.targets.KnownTargets;
import io.quarkiverse.flamingock.deployment.targets.TargetKind;
import io.quarkiverse.flamingock.runtime.config.TargetProperty;
import io.quarkiverse.flamingock.runtime.pipeline.TargetDescriptor.Kind;
import io.quarkiverse.flamingock.spi.AuditField;
import io.quarkiverse.flamingock.spi.ChangeTarget;

/**
 * That every change has a target system, and that each is defined once and properly.
 */
final class TargetRules {

    private static final String TYPE = ChangeTarget.class.getName();

    private final KnownTargets targets;

    TargetRules(KnownTargets targets) {
        this.targets = targets;
    }

    List<Problem> check(ScannedChange change) {
        String id = change.targetSystem();
        if (change.target() != null && id.isEmpty()) {
            return List.of(new Problem(change.className(), unnamed(change.target())));
        }
        if (targets.find(id) == null && id == null) {
            return List.of(new Problem(change.className(), "@TargetSystem is missing, and the application has "
                    + stores() + ", so the target system can't be inferred. Name one: " + known()));
        }
        return check(change.className(), "@TargetSystem(\"" + id + "\")", id);
    }

    /**
     * @param place the class of a change
     * @param written how it names the target system
     * @param id the id of the target system; null where it was left out and can be inferred
     */
    List<Problem> check(String place, String written, String id) {
        if (targets.find(id) != null) {
            return Names.check(place, "the id of its target system", id, AuditField.TARGET_SYSTEM);
        }
        List<DataStore> ambiguous = targets.ambiguous(id);
        if (!ambiguous.isEmpty()) {
            return List.of(new Problem(place, written + " may mean "
                    + String.join(" or ", ambiguous.stream().map(store -> "the " + store.described()).toList())
                    + ". Say which: set " + TargetProperty.of(id)
                    + String.join(" or ", ambiguous.stream().map(DataStore::property).distinct().toList()) + "."));
        }
        return List.of(new Problem(place, written + " names no target system. Correct it: "
                + known() + " Or define it with " + TargetProperty.of(id)
                + ".datasource=… or " + (targets.knows(Kind.MONGODB) ? ".mongodb-client=… or " : "")
                + others() + ".kind=non-transactional, or as a bean of type " + TYPE + " with @Identifier(\"" + id + "\")."));
    }

    private String others() {
        StringBuilder others = new StringBuilder();
        for (TargetKind kind : targets.kinds()) {
            if (!kind.name().equals(Kind.JDBC) && !kind.name().equals(Kind.MONGODB)) {
                others.append(".kind=").append(kind.name()).append(" and .name=… or ");
            }
        }
        return others.toString();
    }

    private String unnamed(ScannedTarget target) {
        return target.isContradictory()
                ? "@TargetSystem(value = \"" + target.value() + "\", id = \"" + target.id()
                        + "\") names two target systems, but"
                        + " 'value' and 'id' mean the same. Leave the right one."
                : "@TargetSystem has no id. Write it as in @TargetSystem(\"user-database\"): " + known();
    }

    private String stores() {
        List<DataStore> stores = targets.stores();
        return stores.isEmpty() ? "no data store"
                : stores.size() + " data stores (" + String.join(", ", stores.stream().map(DataStore::label).toList()) + ")";
    }

    private String known() {
        return targets.ids().isEmpty() ? "none is known." : "known are " + String.join(", ", targets.ids()) + ".";
    }

    List<Problem> checkDefinitions() {
        List<Problem> problems = new ArrayList<>(SameIdentifier.check("target systems", targets.beans()));
        SortedMap<String, List<String>> beans = SameIdentifier.places(targets.beans());
        ConfiguredTargetRules rules = new ConfiguredTargetRules(targets);
        for (ConfiguredTarget target : targets.configured()) {
            problems.addAll(rules.check(target));
            if (beans.containsKey(target.id())) {
                problems.add(new Problem(target.property(), "the target system is configured and is also a bean, made by "
                        + String.join(", ", beans.get(target.id())) + ". Remove one of the two."));
            }
        }
        return problems;
    }
}
