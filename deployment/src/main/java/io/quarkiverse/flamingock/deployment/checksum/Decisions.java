package io.quarkiverse.flamingock.deployment.checksum;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Where a way parts. What a decision does not make different is no decision.
 */
final class Decisions {

    /** From where a decision is reached. */
    private final Map<Node, Set<Phi.Choice>> arrivals = new LinkedHashMap<>();

    Node of(Block block) {
        StringBuilder label = new StringBuilder(block.end == Block.End.CONDITION ? "if " + block.operator : "switch");
        if (block.end == Block.End.SWITCH) {
            TreeSet<String> keys = new TreeSet<>();
            for (int i = 0; i < block.next.size(); i++) {
                keys.add(key(block, i));
            }
            label.append(keys);
        }
        Node decision = new Node(Node.Kind.PURE, label.toString(), 1, block.operands);
        arrivals.put(decision, new LinkedHashSet<>());
        return decision;
    }

    /** What leads to one of the ways of a switch; nothing to the default. */
    static String key(Block block, int way) {
        return way == 0 ? "" : block.keys.get(way - 1).toString();
    }

    void arrive(Node decision, Node origin, int way) {
        arrivals.get(decision).add(new Phi.Choice(origin, way, null));
    }

    void dropIdle(List<Phi> phis) {
        boolean again;
        do {
            again = false;
            for (Map.Entry<Node, Set<Phi.Choice>> each : arrivals.entrySet()) {
                Node decision = each.getKey();
                if (!decision.isReplaced() && isIdle(decision, phis)) {
                    phis.forEach(phi -> pass(phi, decision, each.getValue()));
                    arrivals.values().forEach(known -> pass(known, decision, each.getValue()));
                    decision.become(decision.edges.get(0).resolved());
                    again = true;
                }
            }
        } while (again);
    }

    private boolean isIdle(Node decision, List<Phi> phis) {
        Set<Node> ends = new LinkedHashSet<>();
        decision.edges.forEach(edge -> ends.add(edge.resolved()));
        if (ends.size() != 1 || ends.contains(decision)) {
            return false;
        }
        for (Phi phi : phis) {
            Map<Integer, Node> values = new HashMap<>();
            phi.choices.stream().filter(choice -> choice.origin() == decision)
                    .forEach(choice -> values.put(choice.way(), choice.value()));
            Node any = values.isEmpty() ? null : values.values().iterator().next();
            if (any != null && (values.size() != decision.edges.size() || !values.values().stream().allMatch(any::isSame))) {
                return false;
            }
        }
        return true;
    }

    private static void pass(Phi phi, Node decision, Set<Phi.Choice> origins) {
        List<Phi.Choice> choices = phi.choices.stream().filter(choice -> choice.origin() == decision).toList();
        choices.forEach(phi.choices::remove);
        choices.forEach(choice -> origins.forEach(
                origin -> phi.choices.add(new Phi.Choice(origin.origin(), origin.way(), choice.value()))));
    }

    private static void pass(Set<Phi.Choice> known, Node decision, Set<Phi.Choice> origins) {
        if (known.removeIf(choice -> choice.origin() == decision)) {
            known.addAll(origins);
        }
    }
}
