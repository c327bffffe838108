package io.quarkiverse.flamingock.deployment.checksum;

import java.util.ArrayList;
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

    private static final String TEXT_EQUALS = "call java/lang/String.equals(";

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

    /** Texts that are told apart by their hash codes have an order of their own only where these are the same. */
    void sortTexts(List<Phi> phis) {
        for (Node first : arrivals.keySet()) {
            List<Node> chain = new ArrayList<>();
            for (Node each = first; isText(each) && !chain.contains(each); each = decision(each.edges.get(0).resolved())) {
                chain.add(each);
            }
            for (int i = 0; i < chain.size(); i++) {
                for (int j = i + 1; j < chain.size(); j++) {
                    exchange(chain.get(i), chain.get(j), phis);
                }
            }
        }
    }

    private boolean isText(Node decision) {
        return decision != null && decision.label.equals("if " + Conditions.EQUAL)
                && decision.input(0).label.startsWith(TEXT_EQUALS) && decision.input(0).input(1).constant instanceof String
                && Integer.valueOf(0).equals(decision.input(1).constant);
    }

    /** The decision about another text with the same hash code that comes next; null where none does. */
    private static Node decision(Node next) {
        return next.label.startsWith(TEXT_EQUALS) && next.edges.size() == 1 ? next.edges.get(0).resolved() : null;
    }

    private static void exchange(Node one, Node other, List<Phi> phis) {
        Node text = one.input(0).input(1);
        Node otherText = other.input(0).input(1);
        if (text.constant.hashCode() != otherText.constant.hashCode()
                || text.constant.toString().compareTo(otherText.constant.toString()) <= 0) {
            return;
        }
        one.input(0).inputs.set(1, otherText);
        other.input(0).inputs.set(1, text);
        Node found = one.edges.get(1);
        one.edges.set(1, other.edges.get(1));
        other.edges.set(1, found);
        for (Phi phi : phis) {
            List<Phi.Choice> choices = List.copyOf(phi.choices);
            phi.choices.clear();
            choices.forEach(choice -> phi.choices.add(choice.way() != 1 || choice.origin() != one && choice.origin() != other
                    ? choice
                    : new Phi.Choice(choice.origin() == one ? other : one, 1, choice.value())));
        }
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
