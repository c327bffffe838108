package io.quarkiverse.flamingock.deployment.validate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * That orders mean the same to a person, who sees numbers in them, and to the pipeline, which compares them as text.
 */
final class NumberedOrders {

    private static final int SHOWN = 6;

    private NumberedOrders() {
    }

    /**
     * @param users the classes of changes by their orders
     */
    static List<Problem> check(SortedMap<String, String> users) {
        List<String> asText = new ArrayList<>(users.keySet());
        List<String> asNumbers = asText.stream().map(NumberedOrder::new)
                .sorted(Comparator.<NumberedOrder> naturalOrder().thenComparing(NumberedOrder::text))
                .map(NumberedOrder::text).toList();
        if (!asText.equals(asNumbers)) {
            int difference = difference(asText, asNumbers);
            return problem(users, shown(asText, difference), "orders compare as text, and these have numbers of different"
                    + " lengths: as text the order is " + list(asText, difference) + ", by the numbers it would be "
                    + list(asNumbers, difference) + ".");
        }
        SortedMap<Integer, String> byLength = new TreeMap<>();
        asText.stream().filter(order -> new NumberedOrder(order).isNumber())
                .forEach(order -> byLength.putIfAbsent(order.length(), order));
        List<String> numbers = List.copyOf(byLength.values());
        return numbers.size() < 2 ? List.of()
                : problem(users, numbers, "orders compare as text, and these are numbers of different lengths: "
                        + list(numbers, 0) + ". As text '10' comes before '2', so that a later change may not come last.");
    }

    private static List<Problem> problem(SortedMap<String, String> users, List<String> orders, String found) {
        return List.of(new Problem(Places.some(orders.stream().map(users::get).toList()), found
                + " Give them the same number of digits, as in 01, 02, 10: with order = in @Change, or before the two"
                + " underscores of the name. Where changes were executed in this order already, keep it with"
                + " quarkus.flamingock.on-ambiguous-order=ignore."));
    }

    private static int difference(List<String> one, List<String> two) {
        int first = 0;
        while (one.get(first).equals(two.get(first))) {
            first++;
        }
        return first;
    }

    private static List<String> shown(List<String> orders, int from) {
        return orders.subList(from, Math.min(orders.size(), from + SHOWN));
    }

    private static String list(List<String> orders, int from) {
        boolean all = from + SHOWN >= orders.size();
        return (from > 0 ? "…, " : "") + String.join(", ", shown(orders, from)) + (all ? "" : ", …");
    }
}
