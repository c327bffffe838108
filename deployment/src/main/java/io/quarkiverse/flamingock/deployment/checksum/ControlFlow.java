package io.quarkiverse.flamingock.deployment.checksum;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;

import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.LookupSwitchInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TableSwitchInsnNode;
import org.objectweb.asm.tree.TryCatchBlockNode;

/**
 * The blocks of a method, whatever order a compiler has put them in.
 */
final class ControlFlow {

    final InsnList code;
    private final MethodNode method;
    private final TreeMap<Integer, Block> blocks = new TreeMap<>();

    ControlFlow(MethodNode method) {
        this.method = method;
        this.code = method.instructions;
        cut();
        blocks.values().forEach(this::connect);
        method.tryCatchBlocks.forEach(each -> at(each.handler).handler = true);
    }

    private void cut() {
        startAt(0);
        for (AbstractInsnNode each : code) {
            int after = code.indexOf(each) + 1;
            if (each instanceof JumpInsnNode jump) {
                startAt(code.indexOf(jump.label));
                startAt(after);
            } else if (each instanceof TableSwitchInsnNode table) {
                startAll(table.dflt, table.labels, after);
            } else if (each instanceof LookupSwitchInsnNode lookup) {
                startAll(lookup.dflt, lookup.labels, after);
            } else if (endsMethod(each.getOpcode())) {
                startAt(after);
            }
        }
        method.tryCatchBlocks.forEach(each -> startAt(code.indexOf(each.handler)));
        Block previous = null;
        for (Block block : blocks.values()) {
            if (previous != null) {
                previous.last = block.first;
            }
            previous = block;
        }
        blocks.lastEntry().getValue().last = code.size();
    }

    private void startAll(LabelNode otherwise, List<LabelNode> labels, int after) {
        startAt(code.indexOf(otherwise));
        labels.forEach(label -> startAt(code.indexOf(label)));
        startAt(after);
    }

    private void startAt(int index) {
        if (index < code.size()) {
            blocks.computeIfAbsent(index, Block::new);
        }
    }

    private static boolean endsMethod(int opcode) {
        return opcode >= Opcodes.IRETURN && opcode <= Opcodes.RETURN || opcode == Opcodes.ATHROW;
    }

    private Block at(LabelNode label) {
        return blocks.get(code.indexOf(label));
    }

    private void connect(Block block) {
        AbstractInsnNode end = code.get(block.last - 1);
        while (end != null && !Block.isReal(end) && code.indexOf(end) > block.first) {
            end = end.getPrevious();
        }
        if (end instanceof JumpInsnNode jump) {
            block.next.add(at(jump.label));
            if (jump.getOpcode() != Opcodes.GOTO) {
                block.end = Block.End.CONDITION;
                block.next.add(blocks.get(block.last));
            }
        } else if (end instanceof TableSwitchInsnNode table) {
            List<Integer> keys = new ArrayList<>();
            for (int key = table.min; key <= table.max; key++) {
                keys.add(key);
            }
            connect(block, table.dflt, keys, table.labels);
        } else if (end instanceof LookupSwitchInsnNode lookup) {
            connect(block, lookup.dflt, lookup.keys, lookup.labels);
        } else if (end.getOpcode() == Opcodes.ATHROW) {
            block.end = Block.End.NEVER;
        } else if (endsMethod(end.getOpcode())) {
            block.end = Block.End.RETURN;
        } else if (blocks.containsKey(block.last)) {
            block.next.add(blocks.get(block.last));
        } else {
            block.end = Block.End.NEVER;
        }
    }

    /** A table has keys that mean the default, for want of others. */
    private void connect(Block block, LabelNode otherwise, List<Integer> keys, List<LabelNode> labels) {
        block.end = Block.End.SWITCH;
        block.next.add(at(otherwise));
        for (int i = 0; i < keys.size(); i++) {
            if (labels.get(i) != otherwise) {
                block.keys.add(keys.get(i));
                block.next.add(at(labels.get(i)));
            }
        }
    }

    /** Who catches what an instruction throws, innermost first. */
    List<TryCatchBlockNode> around(int index) {
        List<TryCatchBlockNode> around = new ArrayList<>();
        for (TryCatchBlockNode each : method.tryCatchBlocks) {
            if (code.indexOf(each.start) <= index && index < code.indexOf(each.end)) {
                around.add(each);
            }
        }
        return around;
    }

    Block handler(TryCatchBlockNode block) {
        return at(block.handler);
    }

    /** All blocks that can be reached, each after the ones that lead to it, but for loops. */
    List<Block> inOrder() {
        List<Block> order = new ArrayList<>();
        Set<Block> seen = new HashSet<>();
        Deque<Block> path = new ArrayDeque<>();
        Deque<Iterator<Block>> ways = new ArrayDeque<>();
        Block start = blocks.get(0);
        seen.add(start);
        path.push(start);
        ways.push(waysOut(start));
        while (!path.isEmpty()) {
            if (!ways.peek().hasNext()) {
                ways.pop();
                order.add(path.pop());
                continue;
            }
            Block next = ways.peek().next();
            if (seen.add(next)) {
                path.push(next);
                ways.push(waysOut(next));
            }
        }
        Collections.reverse(order);
        return order;
    }

    private Iterator<Block> waysOut(Block block) {
        Set<Block> ways = new LinkedHashSet<>(block.next);
        for (TryCatchBlockNode each : method.tryCatchBlocks) {
            if (code.indexOf(each.start) < block.last && block.first < code.indexOf(each.end)) {
                ways.add(at(each.handler));
            }
        }
        return ways.iterator();
    }
}
