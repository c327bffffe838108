package io.quarkiverse.flamingock.deployment.checksum;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Links effects and decisions along the ways that lead from one to the next. Blocks without any are passed: where a way is
 * certain, as after a constant, it is taken at once.
 */
final class Links {

    static final String RETURN = "return";

    /**
     * How far a way has come.
     *
     * @param origin where it starts
     * @param number which way from there
     * @param values what variables are on it
     * @param passed what it has passed
     */
    private record Way(Node origin, int number, Map<Node, Node> values, Set<Block> passed) {

        Way(Node origin, int number) {
            this(origin, number, new HashMap<>(), new HashSet<>());
        }

        Node value(Node node) {
            Node value = node.resolved();
            return values.getOrDefault(value, value);
        }
    }

    private final Node method;
    private final List<Block> blocks;
    private final Deque<Block> open = new ArrayDeque<>();
    private final Set<Block> seen = new HashSet<>();
    private final Map<Node, Node> returns = new HashMap<>();
    private final Decisions decisions = new Decisions();

    /**
     * @param method what leads to the first of the blocks
     * @param blocks the blocks of a method, the first one first
     */
    Links(Node method, List<Block> blocks) {
        this.method = method;
        this.blocks = blocks;
    }

    void link() {
        Block start = blocks.get(0);
        method.edges.add(enter(start, start.entries.get(0), new Way(method, 0)));
        while (!open.isEmpty()) {
            Block block = open.pop();
            if (block.decision != null && block.decision.edges.isEmpty()) {
                decide(block);
            }
            if (block.effects().findAny().isPresent() && seen.add(block)) {
                follow(block);
            }
        }
        List<Phi> phis = blocks.stream().flatMap(block -> block.phis.stream()).filter(phi -> phi.live).toList();
        decisions.dropIdle(phis);
        decisions.sortTexts(phis);
    }

    private Node enter(Block block, Block.Entry entry, Way way) {
        int number = block.entries.indexOf(entry);
        Map<Node, Node> here = new HashMap<>();
        for (Phi phi : block.phis) {
            if (phi.live) {
                Node value = way.value(phi.operands.get(number));
                phi.choices.add(new Phi.Choice(way.origin, way.number, value));
                here.put(phi, value);
            }
        }
        way.values.putAll(here);
        Node first = block.effects().findFirst().orElse(null);
        if (first == null) {
            return end(block, way);
        }
        open.push(block);
        return first;
    }

    private void follow(Block block) {
        List<Node> effects = block.effects().toList();
        for (int i = 0; i < effects.size(); i++) {
            Node effect = effects.get(i);
            if (i + 1 < effects.size()) {
                effect.edges.add(effects.get(i + 1));
            } else if (block.end != Block.End.NEVER) {
                effect.edges.add(end(block, new Way(effect, 0)));
            }
            for (int escape = 0; escape < effect.escapes.size(); escape++) {
                fail(effect, effect.escapes.get(escape), escape + 1);
            }
        }
    }

    private void fail(Node effect, Node.Escape escape, int number) {
        effect.label += " catch " + escape.type();
        Node caught = enter(escape.handler(), escape.handler().entry(effect), new Way(effect, number));
        effect.edges.add(caught);
        if (escape.typeClass() != null) {
            effect.edges.add(escape.typeClass());
        }
        if (escape.handler().caught.edges.isEmpty()) {
            escape.handler().caught.edges.add(caught);
        }
    }

    private Node end(Block block, Way way) {
        if (!way.passed.add(block)) {
            return Node.pure("for ever", 1);
        }
        return switch (block.end) {
            case JUMP -> take(block, 0, way);
            case NEVER -> Node.pure("never", 1);
            case RETURN -> block.operands.isEmpty() ? returns.computeIfAbsent(null, none -> Node.pure(RETURN, 1))
                    : returns.computeIfAbsent(returned(way.value(block.operands.get(0))),
                            value -> Node.pure(RETURN, 1, value));
            case CONDITION, SWITCH -> {
                int certain = certain(block, way);
                yield certain >= 0 ? take(block, certain, way) : decision(block, way);
            }
        };
    }

    /** Some compilers leave it to the virtual machine to make a box of what a lambda returns. */
    private Node returned(Node value) {
        return method.label.equals(Lambdas.CODE) ? Conversions.unboxed(value) : value;
    }

    private Node take(Block block, int number, Way way) {
        Block next = block.next.get(number);
        return enter(next, next.entry(block, number), way);
    }

    private static int certain(Block block, Way way) {
        if (block.always >= 0) {
            return block.always;
        }
        List<Node> operands = block.operands.stream().map(way::value).toList();
        if (block.end == Block.End.CONDITION) {
            return Conditions.decided(block.operator, operands);
        }
        Object constant = operands.get(0).kind == Node.Kind.PURE ? operands.get(0).constant : null;
        return constant instanceof Integer ? 1 + block.keys.indexOf(constant) : -1;
    }

    private Node decision(Block block, Way way) {
        if (block.decision == null) {
            block.decision = decisions.of(block);
            open.push(block);
        }
        decisions.arrive(block.decision, way.origin, way.number);
        return block.decision;
    }

    private void decide(Block block) {
        List<Integer> ways = new ArrayList<>();
        for (int i = 0; i < block.next.size(); i++) {
            ways.add(i);
        }
        if (block.end == Block.End.SWITCH) {
            ways.sort((one, other) -> Decisions.key(block, one).compareTo(Decisions.key(block, other)));
        }
        for (int i = 0; i < ways.size(); i++) {
            block.decision.edges.add(take(block, ways.get(i), new Way(block.decision, i)));
        }
    }
}
