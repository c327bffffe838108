package io.quarkiverse.flamingock.deployment.checksum;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A variable where several ways meet: which value it has depends on the way.
 */
final class Phi extends Node {

    /** A value and where it comes from: a node and which of its ways. */
    record Choice(Node origin, int way, Node value) {
    }

    /** The values of each entry of the block, in their order; null where an entry is never taken. */
    final List<Node> operands = new ArrayList<>();
    final Set<Choice> choices = new LinkedHashSet<>();

    /** Which variable: one of the method, or, below zero, one of the stack. */
    final int slot;
    /** Where the ways meet. */
    final Block block;

    Phi(int size, int slot, Block block) {
        super(Kind.PURE, "phi", size, List.of());
        this.slot = slot;
        this.block = block;
    }

    /** Is it only another name of one value? */
    boolean simplify() {
        Node only = null;
        for (Node operand : operands) {
            Node value = operand == null ? this : operand.resolved();
            if (value != this && only == null) {
                only = value;
            } else if (value != this && !only.isSame(value)) {
                return false;
            }
        }
        if (only == null) {
            return false;
        }
        become(only);
        return true;
    }
}
