package io.quarkiverse.flamingock.deployment.validate;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

import io.quarkiverse.flamingock.deployment.scan.ScannedChange;
import io.quarkiverse.flamingock.deployment.scan.ScannedTarget;
import io.quarkiverse.flamingock.deployment.targets.BeanTarget;
import io.quarkiverse.flamingock.deployment.targets.ConfiguredTarget;
import io.quarkiverse.flamingock.deployment.targets.DataStore;
import io.quarkiverse.flamingock.deployment.targets.KnownTargets;

/**
 * That every change has a target system, and that each is defined once and properly.
 */
final class TargetRules {

    private final KnownTargets targets;

    TargetRules(KnownTargets targets) {
        this.targets = targets;
    }

    List<Problem> check(ScannedChange change) {
        String id = change.targetSystem();
        if (change.target() != null && id.isEmpty()) {
            return List.of(new Problem(change.className(), unnamed(change.target())));
        }
        if (targets.find(id) != null) {
            return List.of();
        }
        List<DataStore> ambiguous = targets.ambiguous(id);
        if (!ambiguous.isEmpty()) {
            return List.of(new Problem(change.className(), "@TargetSystem(\"" + id + "\") may mean the datasource "
                    + ambiguous.get(0).name() + " or the MongoDB client " + ambiguous.get(1).name() + ". Say which: set"
                    + " quarkus.flamingock.target-systems.\"" + id + "\".datasource or .mongodb-client."));
        }
        if (id == null) {
            return List.of(new Problem(change.className(), "@TargetSystem is missing, and the application has "
                    + stores() + ", so the target system can't be inferred. Name one: " + known()));
        }
        return List.of(new Problem(change.className(), "@TargetSystem(\"" + id + "\") names no target system. Correct it: "
                + known() + " Or define it with quarkus.flamingock.target-systems.\"" + id
                + "\".datasource=… or " + (targets.mongodb().present() ? ".mongodb-client=… or " : "")
                + ".kind=non-transactional, or as a TargetSystem bean with @Identifier(\"" + id + "\")."));
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
        List<Problem> problems = new ArrayList<>();
        SortedMap<String, List<String>> beans = new TreeMap<>();
        for (BeanTarget bean : targets.beans()) {
            beans.computeIfAbsent(bean.id(), id -> new ArrayList<>()).add(bean.place());
        }
        beans.forEach((id, places) -> {
            if (places.size() > 1) {
                problems.add(new Problem(String.join(", ", places), places.size() + " beans are target systems with"
                        + " @Identifier(\"" + id + "\"). Leave one, or give them different ids."));
            }
        });
        for (ConfiguredTarget target : targets.configured()) {
            checkConfigured(target, problems);
            if (beans.containsKey(target.id())) {
                problems.add(new Problem(target.property(), "the target system is configured and is also a bean, made by "
                        + String.join(", ", beans.get(target.id())) + ". Remove one of the two."));
            }
        }
        return problems;
    }

    private void checkConfigured(ConfiguredTarget target, List<Problem> problems) {
        boolean client = target.mongodbClient() != null;
        boolean datasource = target.datasource() != null;
        if (!datasource && !client && !target.nonTransactional()) {
            problems.add(new Problem(target.property(), "neither datasource nor kind is set. Set .datasource to the name of"
                    + " a datasource, or " + (targets.mongodb().present() ? ".mongodb-client to the name of a MongoDB client,"
                            + " or " : "")
                    + ".kind=non-transactional."));
        }
        if (datasource && target.nonTransactional()) {
            problems.add(new Problem(target.property(), "both datasource and kind are set. A datasource is transactional;"
                    + " remove one of the two."));
        }
        if (client && target.nonTransactional()) {
            problems.add(new Problem(target.property(), "both mongodb-client and kind are set. MongoDB is transactional;"
                    + " remove one of the two."));
        }
        if (client && datasource) {
            problems.add(new Problem(target.property(), "both datasource and mongodb-client are set. Remove one of the two."));
        }
        if (datasource && !targets.datasources().contains(target.datasource())) {
            problems.add(new Problem(target.property() + ".datasource", "there is no datasource '" + target.datasource()
                    + "'. " + AuditStoreRules.datasources(targets)));
        }
        if (client && !targets.mongodb().names().contains(target.mongodbClient())) {
            problems.add(new Problem(target.property() + ".mongodb-client", "there is no MongoDB client '"
                    + target.mongodbClient() + "'. " + AuditStoreRules.clients(targets)));
        }
    }
}
