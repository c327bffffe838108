package io.quarkiverse.flamingock.deployment.validate;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import io.quarkiverse.flamingock.deployment.scan.ScannedChange;
import io.quarkiverse.flamingock.deployment.targets.ChangeTargets;
import io.quarkiverse.flamingock.deployment.targets.DataStore;
import io.quarkiverse.flamingock.deployment.targets.KnownTargets;
import io.quarkiverse.flamingock.runtime.pipeline.TargetDescriptor;
import io.quarkiverse.flamingock.runtime.pipeline.TargetDescriptor.Kind;

/**
 * That {@code also} of {@code @TargetSystem} names other systems than the first one, each once.
 *
 * @param known all target systems
 * @param rules what holds for every id
 */
record AlsoRules(KnownTargets known, TargetRules rules) {

    List<Problem> check(ScannedChange change) {
        List<Problem> problems = new ArrayList<>();
        String first = change.targetSystem();
        if (!change.also().isEmpty() && "".equals(first)) {
            // reported already: nothing can be beside it
            return problems;
        }
        Set<String> named = new HashSet<>();
        for (String id : change.also()) {
            if (id.isBlank()) {
                problems.add(
                        new Problem(change.className(), "also of @TargetSystem has a blank id. Name a target system, or leave"
                                + " it out."));
            } else if (id.equals(first) || !named.add(id)) {
                problems.add(new Problem(change.className(), "@TargetSystem names '" + id + "' twice. Name each target system"
                        + " once; the first one is the one whose transaction the change runs in."));
            } else {
                problems.addAll(rules.check(change.className(), "also = \"" + id + "\" of @TargetSystem", id));
            }
        }
        if (problems.isEmpty()) {
            checkResources(change, problems);
        }
        return problems;
    }

    private void checkResources(ScannedChange change, List<Problem> problems) {
        List<TargetDescriptor> all = ChangeTargets.of(change, known).all();
        for (int i = 0; i < all.size(); i++) {
            for (TargetDescriptor other : all.subList(i + 1, all.size())) {
                if (isSame(all.get(i), other)) {
                    problems.add(new Problem(change.className(), "target systems '" + all.get(i).id() + "' and '" + other.id()
                            + "' are both " + new DataStore(other.kind(), other.resource()).described()
                            + ". What a change does there is in one place: name"
                            + " one of the two."));
                }
            }
        }
    }

    private static boolean isSame(TargetDescriptor one, TargetDescriptor other) {
        // A MongoDB client has several databases, which the target systems may name.
        return one.id().equals(other.id()) || one.kind().equals(other.kind()) && !one.kind().equals(Kind.MONGODB)
                && one.resource() != null && one.resource().equals(other.resource());
    }

    /** Without a transaction of the first one no marker tells of the change. */
    List<Problem> advise(ScannedChange change) {
        ChangeTargets targets = ChangeTargets.of(change, known);
        if (targets.first() == null || !targets.first().kind().equals(Kind.NON_TRANSACTIONAL)) {
            return List.of();
        }
        return targets.others().stream().filter(AlsoRules::isDataStore).limit(1)
                .map(store -> new Problem(change.className(), "@TargetSystem names '" + targets.first().id()
                        + "' first, which has no transactions, so nothing proves afterwards what became of the change. Name '"
                        + store.id() + "' first: the change runs in its transaction then, and its marker proves the whole."))
                .toList();
    }

    private static boolean isDataStore(TargetDescriptor target) {
        return target.kind().equals(Kind.JDBC) || target.kind().equals(Kind.MONGODB);
    }
}
