package io.quarkiverse.flamingock.deployment.checksum;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * A hash over a graph that is the same for all graphs that lead to the same things on the same ways, however often a compiler
 * has written one of its parts down. Nodes get colours, first by what they are, then by the colours of what they lead to, until
 * no two are told apart any more that were not before: nodes of one colour are one.
 */
final class CanonicalForm {

    private static final long FACTOR = 0x9E3779B97F4A7C15L;

    private final Map<Node, Integer> numbers = new LinkedHashMap<>();
    private final List<Node> nodes = new ArrayList<>();
    private final List<int[]> children = new ArrayList<>();
    private final long[] labels;
    private long[] colours;

    private CanonicalForm(Node root) {
        Deque<Node> open = new ArrayDeque<>();
        number(root, open);
        while (!open.isEmpty()) {
            Node node = open.pop();
            Set<Node> next = new HashSet<>();
            node.inputs.forEach(input -> next.add(input.resolved()));
            node.edges.forEach(edge -> next.add(edge.resolved()));
            if (node instanceof Phi phi) {
                phi.choices.forEach(choice -> next.addAll(List.of(choice.origin().resolved(), choice.value().resolved())));
            }
            next.forEach(each -> number(each, open));
        }
        nodes.forEach(node -> children.add(children(node)));
        labels = nodes.stream().mapToLong(CanonicalForm::label).toArray();
        colours = labels;
    }

    static String hash(Node root) {
        CanonicalForm form = new CanonicalForm(root);
        form.colour();
        Sha256 hash = new Sha256().add(Long.toHexString(form.colours[0]));
        TreeSet<String> lines = new TreeSet<>();
        for (int i = 0; i < form.nodes.size(); i++) {
            lines.add(form.line(i));
        }
        lines.forEach(hash::add);
        return hash.hex();
    }

    private void number(Node node, Deque<Node> open) {
        if (numbers.putIfAbsent(node, nodes.size()) == null) {
            nodes.add(node);
            open.push(node);
        }
    }

    /** The numbers of what a node leads to, in order; of a variable, triples in any order. */
    private int[] children(Node node) {
        List<Integer> numbered = new ArrayList<>();
        if (node instanceof Phi phi) {
            for (Phi.Choice choice : phi.choices) {
                numbered.addAll(List.of(numbers.get(choice.origin().resolved()), choice.way(),
                        numbers.get(choice.value().resolved())));
            }
        } else {
            node.inputs.forEach(input -> numbered.add(numbers.get(input.resolved())));
            node.edges.forEach(edge -> numbered.add(numbers.get(edge.resolved())));
        }
        return numbered.stream().mapToInt(Integer::intValue).toArray();
    }

    private static long label(Node node) {
        long colour = node.label.length();
        for (int i = 0; i < node.label.length(); i++) {
            colour = mixed(colour, node.label.charAt(i));
        }
        return colour;
    }

    private static long mixed(long colour, long other) {
        long mixed = (colour ^ other) * FACTOR;
        return mixed ^ mixed >>> 29;
    }

    private void colour() {
        int before;
        int after = 0;
        do {
            before = after;
            long[] next = labels.clone();
            for (int i = 0; i < next.length; i++) {
                for (long child : of(i)) {
                    next[i] = mixed(next[i], child);
                }
            }
            colours = next;
            after = different(next);
        } while (after > before);
    }

    private static int different(long[] colours) {
        long[] sorted = colours.clone();
        Arrays.sort(sorted);
        int different = 0;
        for (int i = 0; i < sorted.length; i++) {
            different += i == 0 || sorted[i] != sorted[i - 1] ? 1 : 0;
        }
        return different;
    }

    /** The colours of what a node leads to. */
    private long[] of(int number) {
        int[] its = children.get(number);
        if (nodes.get(number) instanceof Phi) {
            long[] choices = new long[its.length / 3];
            for (int i = 0; i < choices.length; i++) {
                choices[i] = mixed(mixed(colours[its[3 * i]], its[3 * i + 1]), colours[its[3 * i + 2]]);
            }
            return Arrays.stream(choices).sorted().distinct().toArray();
        }
        long[] next = new long[its.length];
        for (int i = 0; i < next.length; i++) {
            next[i] = colours[its[i]];
        }
        return next;
    }

    private String line(int number) {
        StringBuilder line = new StringBuilder(Long.toHexString(colours[number])).append(' ').append(nodes.get(number).label);
        for (long child : of(number)) {
            line.append(' ').append(Long.toHexString(child));
        }
        return line.toString();
    }
}
