package io.quarkiverse.flamingock.deployment.checksum;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Leaves out what is computed and not used: compilers differ in how much of it they write.
 */
final class Liveness {

    private static final String NEW_ARRAY = "array ";

    private final List<Block> blocks;
    private final Map<Node, List<Node>> stores = new HashMap<>();
    private final Deque<Node> open = new ArrayDeque<>();

    Liveness(List<Block> blocks) {
        this.blocks = blocks;
    }

    void mark() {
        for (Block block : blocks) {
            open.addAll(block.operands);
            for (Node effect : block.effects) {
                if (effect.kind == Node.Kind.STORE && effect.input(0).label.startsWith(NEW_ARRAY)) {
                    stores.computeIfAbsent(effect.input(0), array -> new ArrayList<>()).add(effect);
                } else if (effect.kind == Node.Kind.EFFECT || effect.kind == Node.Kind.STORE) {
                    open.add(effect);
                }
            }
        }
        while (!open.isEmpty()) {
            Node node = open.pop().resolved();
            if (!node.live) {
                node.live = true;
                use(node);
            }
        }
    }

    private void use(Node node) {
        if (node.label.equals(Concatenation.LABEL)) {
            Concatenation.settle(node);
        }
        node.inputs.forEach(open::push);
        node.silent.forEach(open::push);
        if (node instanceof Phi phi) {
            phi.operands.forEach(open::push);
        }
        List<Node> its = stores.getOrDefault(node, List.of());
        its.stream().filter(store -> !isIdle(store, its)).forEach(open::push);
    }

    /** Does it store what is there already, in an array that is filled once? */
    private static boolean isIdle(Node store, List<Node> all) {
        Node value = store.input(2);
        boolean initial = value.kind == Node.Kind.PURE && (value.isNull()
                || value.constant instanceof Number number && number.doubleValue() == 0 && !value.label.contains("-"));
        return initial && all.stream().allMatch(other -> other == store || other.input(1).constant instanceof Integer
                && !other.input(1).isSame(store.input(1)));
    }
}
