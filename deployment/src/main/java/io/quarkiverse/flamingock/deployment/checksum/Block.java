package io.quarkiverse.flamingock.deployment.checksum;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.analysis.Frame;

/**
 * Instructions that are executed one after the other, and where they lead.
 */
final class Block {

    /** How a block ends. */
    enum End {
        JUMP,
        CONDITION,
        SWITCH,
        RETURN,
        NEVER
    }

    /**
     * A way into a block.
     *
     * @param from the block it comes from; null for the start of a method
     * @param way which of its ways
     * @param failed the effect that failed; null where none did
     * @param frame the variables then
     */
    record Entry(Block from, int way, Node failed, Frame<Node> frame) {
    }

    final int first;
    /** Exclusive. */
    int last;
    /** Of a condition: where it holds, and where not. Of a switch: the default, and the cases. */
    final List<Block> next = new ArrayList<>();
    /** The keys of a switch, in the order of its cases. */
    final List<Object> keys = new ArrayList<>();
    End end = End.JUMP;
    boolean handler;

    final List<Entry> entries = new ArrayList<>();
    final List<Phi> phis = new ArrayList<>();
    final List<Node> effects = new ArrayList<>();
    /** The values that decide, or the one that is returned. */
    final List<Node> operands = new ArrayList<>();
    String operator = "";
    Node caught;
    /** The way that is always taken; below zero where there are several. */
    int always = -1;
    /** The node of its condition, made when it is linked. */
    Node decision;

    Block(int first) {
        this.first = first;
    }

    Stream<Node> effects() {
        return effects.stream().filter(effect -> effect.live);
    }

    Entry entry(Block from, int way) {
        for (Entry entry : entries) {
            if (entry.from == from && entry.way == way && entry.failed == null) {
                return entry;
            }
        }
        throw new IllegalStateException("No way from " + from.first + " to " + first);
    }

    Entry entry(Node failed) {
        for (Entry entry : entries) {
            if (entry.failed == failed) {
                return entry;
            }
        }
        throw new IllegalStateException("No way from " + failed + " to " + first);
    }

    static boolean isReal(AbstractInsnNode instruction) {
        return instruction.getOpcode() >= 0;
    }
}
