package io.quarkiverse.flamingock.deployment.validate;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

import io.quarkiverse.flamingock.deployment.scan.ScannedChange;

/**
 * Ids and orders are unique in the application, over all target systems.
 */
final class UniquenessRules {

    private UniquenessRules() {
    }

    static List<Problem> check(List<ScannedChange> changes) {
        SortedMap<String, List<String>> ids = new TreeMap<>();
        SortedMap<String, List<String>> orders = new TreeMap<>();
        for (ScannedChange change : changes) {
            if (!change.id().isEmpty()) {
                ids.computeIfAbsent(change.id(), id -> new ArrayList<>()).add(change.className());
            }
            if (change.order() != null) {
                orders.computeIfAbsent(change.order(), order -> new ArrayList<>()).add(change.className());
            }
        }
        List<Problem> problems = new ArrayList<>();
        duplicates("id", "Give each change its own; one that was executed already must keep its id.", ids, problems);
        duplicates("order", "Give each change its own, so that it is clear which one comes first.", orders, problems);
        return problems;
    }

    private static void duplicates(String what, String fix, SortedMap<String, List<String>> users, List<Problem> problems) {
        users.forEach((value, classes) -> {
            if (classes.size() > 1) {
                problems.add(new Problem(String.join(", ", classes), "these " + classes.size() + " changes have the same "
                        + what + " '" + value + "'. " + fix));
            }
        });
    }
}
