package io.quarkiverse.flamingock.deployment.validate;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

import io.quarkiverse.flamingock.deployment.targets.ConfiguredTarget;
import io.quarkiverse.flamingock.deployment.targets.KnownTargets;
import io.quarkiverse.flamingock.deployment.targets.TargetKind;
import io.quarkiverse.flamingock.runtime.pipeline.TargetDescriptor.Kind;

/**
 * That a configured target system says one thing, and one that there is.
 */
final class ConfiguredTargetRules {

    private final KnownTargets targets;
    private final Resources resources;

    ConfiguredTargetRules(KnownTargets targets) {
        this.targets = targets;
        this.resources = new Resources(targets);
    }

    List<Problem> check(ConfiguredTarget target) {
        List<Problem> problems = new ArrayList<>();
        checkWhatIsSet(target, problems);
        if (target.datasource() != null && !targets.names(Kind.JDBC).contains(target.datasource())) {
            problems.add(new Problem(target.property() + ".datasource", "there is no datasource '" + target.datasource()
                    + "'. " + resources.datasources()));
        }
        if (target.mongodbClient() != null && !targets.names(Kind.MONGODB).contains(target.mongodbClient())) {
            problems.add(new Problem(target.property() + ".mongodb-client", "there is no MongoDB client '"
                    + target.mongodbClient() + "'. " + resources.clients()));
        }
        checkKind(target, problems);
        return problems;
    }

    private void checkWhatIsSet(ConfiguredTarget target, List<Problem> problems) {
        boolean client = target.mongodbClient() != null;
        boolean datasource = target.datasource() != null;
        boolean kind = target.kind() != null;
        if (!datasource && !client && !kind) {
            problems.add(new Problem(target.property(), "neither datasource nor kind is set. Set .datasource to the name of"
                    + " a datasource, or "
                    + (targets.knows(Kind.MONGODB) ? ".mongodb-client to the name of a MongoDB client, or " : "")
                    + others() + ".kind=non-transactional."));
        }
        if (datasource && kind) {
            problems.add(new Problem(target.property(), "both datasource and kind are set. "
                    + (target.nonTransactional() ? "A datasource is transactional; remove one of the two."
                            : "Remove one of the two.")));
        }
        if (client && kind) {
            problems.add(new Problem(target.property(), "both mongodb-client and kind are set. "
                    + (target.nonTransactional() ? "MongoDB is transactional; remove one of the two."
                            : "Remove one of the two.")));
        }
        if (client && datasource) {
            problems.add(new Problem(target.property(), "both datasource and mongodb-client are set. Remove one of the two."));
        }
        if (target.name() != null && !kind) {
            problems.add(new Problem(target.property() + ".name", "it is set, and .kind is not. Set .kind to what has that"
                    + " name, or remove .name."));
        }
        if (target.name() != null && target.nonTransactional()) {
            problems.add(new Problem(target.property() + ".name", "a target system of kind non-transactional has no name."
                    + " Remove it."));
        }
    }

    private void checkKind(ConfiguredTarget target, List<Problem> problems) {
        String kind = target.kind();
        if (kind == null || target.nonTransactional()) {
            return;
        }
        if (!targets.knows(kind)) {
            problems.add(new Problem(target.property() + ".kind", "there is no kind of target systems '" + kind
                    + "'. Correct it: known are " + String.join(", ", kinds()) + "."));
        } else if (target.name() == null) {
            problems.add(new Problem(target.property() + ".name", "it is not set, and a target system of kind " + kind
                    + " needs it. " + resources.known(kind)));
        } else if (!targets.names(kind).contains(target.name())) {
            problems.add(new Problem(target.property() + ".name", "there is no '" + target.name() + "' of kind " + kind + ". "
                    + resources.known(kind)));
        }
    }

    private TreeSet<String> kinds() {
        TreeSet<String> kinds = new TreeSet<>(targets.kinds().stream().map(TargetKind::name).toList());
        kinds.add(Kind.NON_TRANSACTIONAL);
        return kinds;
    }

    /** How to define a target system of another extension's kind, as part of a list. */
    private String others() {
        StringBuilder others = new StringBuilder();
        for (TargetKind kind : targets.kinds()) {
            if (!kind.name().equals(Kind.JDBC) && !kind.name().equals(Kind.MONGODB)) {
                others.append(".kind=").append(kind.name()).append(" and .name, or ");
            }
        }
        return others.toString();
    }
}
