package io.quarkiverse.flamingock.deployment.validate;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

import io.quarkiverse.flamingock.deployment.targets.IdentifiedBean;

/**
 * That no two beans have the same identifier.
 */
final class SameIdentifier {

    private SameIdentifier() {
    }

    static List<Problem> check(String what, List<IdentifiedBean> beans) {
        List<Problem> problems = new ArrayList<>();
        places(beans).forEach((id, places) -> {
            if (places.size() > 1) {
                problems.add(new Problem(String.join(", ", places), places.size() + " beans are " + what
                        + " with @Identifier(\"" + id + "\"). Leave one, or give them different ids."));
            }
        });
        return problems;
    }

    static SortedMap<String, List<String>> places(List<IdentifiedBean> beans) {
        SortedMap<String, List<String>> places = new TreeMap<>();
        for (IdentifiedBean bean : beans) {
            places.computeIfAbsent(bean.id(), id -> new ArrayList<>()).add(bean.place());
        }
        return places;
    }
}
