package io.quarkiverse.flamingock.deployment.checksum;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.IincInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.VarInsnNode;
import org.objectweb.asm.tree.analysis.AnalyzerException;
import org.objectweb.asm.tree.analysis.Frame;

/**
 * Executes a method with symbols for values: which values there are, and which effects, block by block.
 */
final class Body {

    private final OwnCode.Found found;
    private final Node node;
    private final ControlFlow flow;
    private final Execution execution;
    private final Set<Integer> assigned = new HashSet<>();
    private final Map<Block, Integer> waysIn = new HashMap<>();

    /**
     * @param program where to find what the code names
     * @param context the class
     * @param found the method
     * @param node what will lead to its code
     */
    Body(Program program, Context context, OwnCode.Found found, Node node) {
        this.found = found;
        this.node = node;
        this.flow = new ControlFlow(found.method());
        this.execution = new Execution(program, context, flow, node.label.equals(Lambdas.CODE));
    }

    void build(List<Node> parameters) {
        MethodNode method = found.method();
        for (AbstractInsnNode each : method.instructions) {
            if (each instanceof VarInsnNode variable && each.getOpcode() >= Opcodes.ISTORE) {
                assigned.add(variable.var);
            } else if (each instanceof IincInsnNode increment) {
                assigned.add(increment.var);
            }
        }
        List<Block> blocks = flow.inOrder();
        blocks.forEach(block -> block.next.forEach(next -> waysIn.merge(next, 1, Integer::sum)));
        waysIn.merge(blocks.get(0), 1, Integer::sum);
        blocks.get(0).entries.add(new Block.Entry(null, 0, null, start(parameters)));
        try {
            for (Block block : blocks) {
                if (!block.entries.isEmpty()) {
                    execute(block);
                }
            }
        } catch (AnalyzerException e) {
            throw new IllegalStateException("The code of " + found.type().name + "." + method.name
                    + " can't be followed. Compile it again.", e);
        }
        blocks = blocks.stream().filter(block -> !block.entries.isEmpty()).toList();
        simplify(blocks);
        execution.constructions.forEach(Execution.Construction::settle);
        Conversions.spread(execution.conversions);
        new Idioms(blocks).apply();
        new Links(node, blocks).link();
    }

    private Frame<Node> start(List<Node> parameters) {
        MethodNode method = found.method();
        Frame<Node> frame = new Frame<>(method.maxLocals, method.maxStack);
        int slot = 0;
        for (Node parameter : parameters) {
            frame.setLocal(slot++, parameter);
            if (parameter.getSize() == 2) {
                frame.setLocal(slot++, Execution.EMPTY);
            }
        }
        while (slot < method.maxLocals) {
            frame.setLocal(slot++, Execution.EMPTY);
        }
        return frame;
    }

    private void execute(Block block) throws AnalyzerException {
        Frame<Node> frame = new Frame<>(block.entries.get(0).frame());
        if (block.handler || waysIn.get(block) > 1) {
            merge(block, frame);
        }
        execution.enter(block, frame);
        for (int i = block.first; i < block.last; i++) {
            AbstractInsnNode instruction = flow.code.get(i);
            if (Block.isReal(instruction)) {
                execution.at(i);
                frame.execute(instruction, execution);
            }
        }
        for (int way = 0; way < block.next.size(); way++) {
            block.next.get(way).entries.add(new Block.Entry(block, way, null, frame));
        }
    }

    private void merge(Block block, Frame<Node> frame) {
        for (int slot = 0; slot < frame.getLocals(); slot++) {
            if (assigned.contains(slot) && frame.getLocal(slot) != Execution.EMPTY) {
                frame.setLocal(slot, phi(block, frame.getLocal(slot), slot));
            }
        }
        List<Node> stack = new ArrayList<>();
        for (int i = 0; i < frame.getStackSize(); i++) {
            stack.add(block.handler ? frame.getStack(i) : phi(block, frame.getStack(i), -1 - i));
        }
        frame.clearStack();
        stack.forEach(frame::push);
    }

    private static Phi phi(Block block, Node example, int slot) {
        Phi phi = new Phi(example.getSize(), slot, block);
        block.phis.add(phi);
        return phi;
    }

    private static void simplify(List<Block> blocks) {
        List<Phi> phis = new ArrayList<>();
        for (Block block : blocks) {
            for (Phi phi : block.phis) {
                block.entries.forEach(entry -> phi.operands.add(
                        phi.slot >= 0 ? entry.frame().getLocal(phi.slot) : entry.frame().getStack(-1 - phi.slot)));
                phis.add(phi);
            }
        }
        int before;
        do {
            before = phis.size();
            phis.removeIf(Phi::simplify);
        } while (phis.size() < before);
        blocks.forEach(block -> block.phis.removeIf(Node::isReplaced));
    }
}
