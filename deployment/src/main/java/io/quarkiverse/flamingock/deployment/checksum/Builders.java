package io.quarkiverse.flamingock.deployment.checksum;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A {@code StringBuilder} that is made, filled and read at once, and seen by nobody else, is a concatenation.
 *
 * @param blocks the blocks of a method
 */
record Builders(List<Block> blocks) {

    private static final String BUILDER = "java/lang/StringBuilder";
    private static final String NEW = "new " + BUILDER + "(";
    private static final String APPEND = "call " + BUILDER + ".append(";
    private static final String TO_STRING = "call " + BUILDER + ".toString()";

    void join() {
        List<Node> ends = blocks.stream().flatMap(block -> block.effects.stream())
                .filter(effect -> effect.label.startsWith(TO_STRING)).toList();
        if (ends.isEmpty()) {
            return;
        }
        Map<Node, Integer> uses = uses();
        Set<Node> joined = new HashSet<>();
        ends.forEach(end -> join(end, uses, joined));
        blocks.forEach(block -> block.effects.removeIf(joined::contains));
    }

    private static void join(Node end, Map<Node, Integer> uses, Set<Node> joined) {
        LinkedList<Node> parts = new LinkedList<>();
        Set<Node> steps = new HashSet<>(Set.of(end));
        Node step = end.input(0);
        while (step.label.startsWith(APPEND) && uses.get(step) == 1 && step.inputs.size() == 2) {
            parts.addFirst(Concatenation.text(step.label.charAt(APPEND.length()), step.input(1)));
            steps.add(step);
            step = step.input(0);
        }
        if (!step.label.startsWith(NEW) || uses.get(step) != 1 || step.label.startsWith(NEW + "I")) {
            return;
        }
        steps.add(step);
        if (!step.inputs.isEmpty()) {
            parts.addFirst(Concatenation.text('L', step.input(0)));
        }
        end.kind = Node.Kind.PURE;
        end.label = Concatenation.LABEL;
        end.escapes = List.of();
        end.inputs.clear();
        end.inputs.addAll(parts);
        joined.addAll(steps);
    }

    /** How often the result of an effect is used. */
    private Map<Node, Integer> uses() {
        Map<Node, Integer> uses = new HashMap<>();
        Set<Node> seen = new HashSet<>();
        for (Block block : blocks) {
            block.effects.forEach(effect -> count(effect, uses, seen));
            block.phis.forEach(phi -> phi.operands.forEach(operand -> use(operand, uses, seen)));
            block.operands.forEach(operand -> use(operand, uses, seen));
        }
        return uses;
    }

    private static void use(Node used, Map<Node, Integer> uses, Set<Node> seen) {
        Node node = used.resolved();
        uses.merge(node, 1, Integer::sum);
        if (node.kind == Node.Kind.PURE) {
            count(node, uses, seen);
        }
    }

    private static void count(Node node, Map<Node, Integer> uses, Set<Node> seen) {
        if (seen.add(node)) {
            node.inputs.forEach(input -> use(input, uses, seen));
            node.silent.forEach(input -> use(input, uses, seen));
        }
    }
}
