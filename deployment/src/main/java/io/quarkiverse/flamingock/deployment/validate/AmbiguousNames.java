package io.quarkiverse.flamingock.deployment.validate;

import java.util.List;

import io.quarkiverse.flamingock.deployment.scan.OrderInName;
import io.quarkiverse.flamingock.deployment.scan.ScannedChange;

/**
 * That there is one way only to read the order in a name, where the annotation does not say it.
 */
final class AmbiguousNames {

    private AmbiguousNames() {
    }

    static List<Problem> check(List<ScannedChange> changes) {
        List<ScannedChange> ambiguous = changes.stream()
                .filter(change -> change.declaredOrder().isEmpty() && change.orderInName() != null
                        && change.orderInName().isAmbiguous())
                .toList();
        if (ambiguous.isEmpty()) {
            return List.of();
        }
        ScannedChange first = ambiguous.get(0);
        OrderInName order = first.orderInName();
        String meant = order.other().isEmpty() ? order.value() : order.other();
        String readings = Places.some(ambiguous.stream().map(change -> readings(change.orderInName())).toList());
        return List.of(new Problem(Places.some(ambiguous.stream().map(ScannedChange::className).toList()),
                "the order in the name can be read in two ways: " + readings + ". Say which is meant:"
                        + " @Change(order = \"" + meant + "\"), or two underscores after the order in the name, as in _" + meant
                        + "__" + rest(first.simpleName(), meant) + "."));
    }

    /** What is taken for the order where nobody says which is meant comes last. */
    static String readings(OrderInName order) {
        if (!order.isAmbiguous()) {
            return "'" + order.value() + "'";
        }
        return (order.other().isEmpty() ? "none" : "'" + order.other() + "'") + " or '" + order.value() + "'";
    }

    private static String rest(String name, String order) {
        String rest = name.substring(name.indexOf(order) + order.length()).replaceAll("^_+", "");
        return rest.isEmpty() ? "Name" : rest;
    }
}
