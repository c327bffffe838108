package io.quarkiverse.flamingock.deployment.validate;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

import io.quarkiverse.flamingock.deployment.scan.ScannedChange;

/**
 * That the order of changes is no surprise to the person who wrote it.
 */
final class OrderRules {

    private OrderRules() {
    }

    static List<Problem> check(List<ScannedChange> changes) {
        List<Problem> problems = new ArrayList<>(AmbiguousNames.check(changes));
        SortedMap<String, String> users = new TreeMap<>();
        for (ScannedChange change : changes) {
            if (change.order() != null) {
                users.putIfAbsent(change.order(), change.className());
            }
        }
        problems.addAll(NumberedOrders.check(users));
        return problems;
    }
}
