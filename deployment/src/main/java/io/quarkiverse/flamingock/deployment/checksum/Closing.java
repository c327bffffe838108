package io.quarkiverse.flamingock.deployment.checksum;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.objectweb.asm.tree.MethodInsnNode;

/**
 * The closing of resources after a failure, for which each compiler has code of its own: handlers that do nothing but close,
 * keep what failed in doing so, and go on failing. All that is kept of them is what they surround.
 */
final class Closing {

    static final String CLOSE = "close";
    private static final String ALL = "java/lang/Throwable";
    private static final String SUPPRESS = "call java/lang/Throwable.addSuppressed";

    private final List<Block> blocks;
    /** Whether a handler is one of them, and whether it closes something; null where it isn't. */
    private final Map<Block, Boolean> handlers = new HashMap<>();

    Closing(List<Block> blocks) {
        this.blocks = blocks;
    }

    static boolean isClose(MethodInsnNode call) {
        return call.name.equals(CLOSE) && call.desc.equals("()V");
    }

    static boolean isClose(Node node) {
        return node.label.startsWith(CLOSE);
    }

    void simplify() {
        Map<Node, List<Node.Escape>> kept = new HashMap<>();
        for (Block block : blocks) {
            block.effects().filter(effect -> !effect.escapes.isEmpty()).forEach(effect -> kept.put(effect, kept(effect)));
        }
        kept.forEach((effect, escapes) -> effect.escapes = escapes);
        blocks.forEach(this::closeAnyway);
    }

    private List<Node.Escape> kept(Node effect) {
        List<Node.Escape> kept = new ArrayList<>();
        Set<Block> seen = new HashSet<>();
        int closed = 0;
        for (Node.Escape escape : effect.escapes) {
            boolean all = escape.type().equals(ALL);
            Boolean closes = all ? handlers.computeIfAbsent(escape.handler(), Closing::closes) : null;
            if (!seen.add(escape.handler()) && all) {
                continue;
            }
            if (closes == null) {
                kept.add(escape);
                if (all) {
                    break;
                }
            } else if (closes) {
                closed++;
            }
        }
        if (closed > 0) {
            effect.label += " then close " + closed;
        }
        return kept;
    }

    private static Boolean closes(Block handler) {
        boolean closes = false;
        Set<Block> seen = new HashSet<>(Set.of(handler));
        Deque<Block> open = new ArrayDeque<>(seen);
        while (!open.isEmpty()) {
            Block block = open.pop();
            if (block.end == Block.End.RETURN) {
                return null;
            }
            List<Block> next = new ArrayList<>(block.next);
            for (Node effect : block.effects().toList()) {
                closes |= isClose(effect);
                if (!isClose(effect) && !effect.label.startsWith(SUPPRESS) && !effect.label.equals("throw")) {
                    return null;
                }
            }
            next.stream().filter(seen::add).forEach(open::push);
        }
        return closes;
    }

    /** Some compilers know that a resource is not null, where others ask. */
    private void closeAnyway(Block block) {
        if (block.end != Block.End.CONDITION || !block.operator.equals(Conditions.EQUAL)
                || !block.operands.get(1).resolved().isNull()) {
            return;
        }
        Block closing = block.next.get(1);
        List<Node> effects = closing.effects().toList();
        if (effects.size() == 1 && isClose(effects.get(0)) && effects.get(0).inputs.stream()
                .anyMatch(input -> input.resolved().isSame(block.operands.get(0).resolved()))
                && closing.end == Block.End.JUMP && passed(closing.next.get(0)) == passed(block.next.get(0))) {
            block.always = 1;
        }
    }

    private static Block passed(Block block) {
        Block passed = block;
        for (int i = 0; i < 100 && passed.end == Block.End.JUMP && passed.effects().findAny().isEmpty(); i++) {
            passed = passed.next.get(0);
        }
        return passed;
    }
}
