package io.quarkiverse.flamingock.deployment.checksum;

import java.util.Collections;
import java.util.List;

import org.objectweb.asm.Opcodes;

/**
 * Conditions in one form: "not equal", "greater" and "greater or equal" are "equal", "less or equal" and "less" with their
 * ways exchanged, so that it does not matter which way a compiler jumps.
 */
final class Conditions {

    private static final List<String> COMPARISONS = List.of("lcmp", "fcmpl", "fcmpg", "dcmpl", "dcmpg");
    static final String EQUAL = "==";
    static final String LESS = "<";
    static final String LESS_OR_EQUAL = "<=";

    private Conditions() {
    }

    /** Sets the condition of a block, from one of the instructions that compare with zero. */
    static void set(Block block, int opcode) {
        block.operator = switch (opcode) {
            case Opcodes.IFEQ, Opcodes.IFNE -> EQUAL;
            case Opcodes.IFLT, Opcodes.IFGE -> LESS;
            default -> LESS_OR_EQUAL;
        };
        exchanged(block, opcode == Opcodes.IFNE || opcode == Opcodes.IFGE || opcode == Opcodes.IFGT);
        unfold(block);
        constantLast(block);
    }

    private static void constantLast(Block block) {
        if (!isConstant(block.operands.get(0)) || isConstant(block.operands.get(1)) || block.operator.indexOf(' ') > 0) {
            return;
        }
        Collections.swap(block.operands, 0, 1);
        exchanged(block, !block.operator.equals(EQUAL));
        block.operator = switch (block.operator) {
            case LESS -> LESS_OR_EQUAL;
            case LESS_OR_EQUAL -> LESS;
            default -> EQUAL;
        };
    }

    private static boolean isConstant(Node node) {
        return node.kind == Node.Kind.PURE && (node.isNull() || node.constant != null);
    }

    private static void exchanged(Block block, boolean exchanged) {
        if (exchanged) {
            Collections.swap(block.next, 0, 1);
        }
    }

    /**
     * Numbers that are no integers are compared in two steps, of which the first says what becomes of one that is no number.
     */
    private static void unfold(Block block) {
        Node left = block.operands.get(0);
        if (!COMPARISONS.contains(left.label) || !Integer.valueOf(0).equals(block.operands.get(1).constant)) {
            return;
        }
        boolean anyway = left.label.endsWith("cmpl") && !block.operator.equals(EQUAL);
        block.operator += " " + left.label.charAt(0) + (anyway ? " or no number" : "");
        block.operands.clear();
        block.operands.addAll(left.inputs);
    }

    /**
     * @return which way is taken: 0 where the condition holds, 1 where it doesn't, -1 where that is not known
     */
    static int decided(String operator, List<Node> operands) {
        Node left = operands.get(0);
        Node right = operands.get(1);
        if (left.isNull() && right.isNull()) {
            return 0;
        }
        if (!(left.constant instanceof Integer first) || !(right.constant instanceof Integer second)) {
            return -1;
        }
        boolean holds = switch (operator) {
            case EQUAL -> first.intValue() == second.intValue();
            case LESS -> first < second;
            default -> first <= second;
        };
        return holds ? 0 : 1;
    }
}
