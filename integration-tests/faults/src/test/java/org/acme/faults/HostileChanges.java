package org.acme.faults;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The changes of the application with everything in it: the five of the quickstart and thirty more, by their target systems.
 */
final class HostileChanges {

    static final Map<String, List<String>> BY_TARGET = byTarget();

    private HostileChanges() {
    }

    private static Map<String, List<String>> byTarget() {
        Map<String, List<String>> changes = new LinkedHashMap<>();
        changes.put("orders-database", List.of("create-products", "add-products", "set-currency"));
        changes.put("feature-flags", List.of("enable-checkout"));
        changes.put("newsletter", List.of("announce-checkout"));
        for (String database : List.of("pg", "maria", "h2")) {
            changes.put(database, List.of(database + "-tx-mi", database + "-probed-mi", database + "-made-mi",
                    database + "-bent-ar", database + "-direct-ar", database + "-own-mi"));
        }
        changes.put("documents",
                List.of("mongo-tx-mi", "mongo-tx-ar", "mongo-direct-ar", "mongo-probed-mi", "mongo-own-mi"));
        changes.put("files", List.of("file-taken-back-mi", "file-probed-mi", "file-taken-back-ar", "file-own-mi"));
        changes.put("topics", List.of("topic-mi", "topic-ar", "topic-own-mi"));
        return changes;
    }

    static List<String> all() {
        return BY_TARGET.values().stream().flatMap(List::stream).toList();
    }

    static String target(String change) {
        return BY_TARGET.entrySet().stream().filter(entry -> entry.getValue().contains(change)).findFirst().orElseThrow()
                .getKey();
    }

    /** Which of the places its effects are in. */
    static String place(String change) {
        return switch (target(change)) {
            case "orders-database" -> "pg";
            case "feature-flags", "newsletter" -> "files";
            default -> target(change);
        };
    }

    /** Whether a marker or the database itself tells what became of it, at any time. */
    static boolean isProven(String change) {
        return change.contains("-tx-") || change.contains("-bent-") || change.equals("pg-made-mi")
                || target(change).equals("orders-database");
    }

    /** Whether nobody is ever asked. */
    static boolean needsNobody(String change) {
        return isProven(change) || change.endsWith("-ar");
    }

    /** Whether it leaves traces that can be counted. */
    static boolean leavesTraces(String change) {
        return !List.of("orders-database", "feature-flags", "newsletter").contains(target(change));
    }

    /** What it makes, whose name is taken; null for most. */
    static String makes(String change) {
        if (change.equals("create-products")) {
            return "product";
        }
        return change.contains("-made-") || change.contains("-own-") ? change.replace('-', '_') : null;
    }
}
