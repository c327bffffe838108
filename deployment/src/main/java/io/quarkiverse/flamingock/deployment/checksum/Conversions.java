package io.quarkiverse.flamingock.deployment.checksum;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.util.Printer;

/**
 * Conversions between numbers, and between numbers and their boxes. One of a constant is another constant, and one of a
 * variable is as good as one of each of its
 * values: some compilers convert what a conditional expression gives, others what its branches do.
 */
final class Conversions {

    /**
     * A conversion in the code.
     *
     * @param again makes the same of another value
     * @param node its result
     */
    record Conversion(UnaryOperator<Node> again, Node node) {
    }

    private static final Map<String, String> BOXES = Map.of("java/lang/Boolean", "Z", "java/lang/Byte", "B",
            "java/lang/Character", "C", "java/lang/Short", "S", "java/lang/Integer", "I", "java/lang/Long", "J",
            "java/lang/Float", "F", "java/lang/Double", "D");
    private static final String BOX = "valueOf";
    private static final String UNBOX = "Value";
    private static final Set<Integer> WIDE = Set.of(Opcodes.I2L, Opcodes.F2L, Opcodes.D2L, Opcodes.I2D, Opcodes.L2D,
            Opcodes.F2D);

    private Conversions() {
    }

    /** What a call makes a box of, or takes out of one; null for any other call. */
    static UnaryOperator<Node> boxing(MethodInsnNode call) {
        String type = BOXES.get(call.owner);
        if (type == null) {
            return null;
        }
        String label = call.owner + "." + call.name;
        return call.name.equals(BOX) && call.desc.startsWith("(" + type + ")")
                || call.name.endsWith(UNBOX) && call.desc.equals("()" + type)
                        ? value -> Node.pure(label, Calls.size(call.desc), value)
                        : null;
    }

    /** What is in a box that was made here, or the value itself. */
    static Node unboxed(Node value) {
        return value.label.endsWith("." + BOX)
                && BOXES.containsKey(value.label.substring(0, value.label.length() - BOX.length() - 1))
                        ? value.input(0)
                        : value;
    }

    static Node of(int opcode, Node value) {
        if (value.kind == Node.Kind.PURE && value.constant instanceof Number number) {
            return Node.constant(converted(opcode, number));
        }
        return Node.pure(Printer.OPCODES[opcode].toLowerCase(Locale.ROOT), WIDE.contains(opcode) ? 2 : 1, value);
    }

    /** Converts values of variables where they come from. */
    static void spread(List<Conversion> conversions) {
        Map<String, Map<Phi, Node>> known = new HashMap<>();
        for (Conversion each : conversions) {
            if (!each.node.inputs.isEmpty() && each.node.input(0) instanceof Phi phi) {
                each.node.become(spread(each, phi, known.computeIfAbsent(each.node.label, label -> new HashMap<>())));
            }
        }
    }

    private static Node spread(Conversion conversion, Phi phi, Map<Phi, Node> known) {
        if (known.containsKey(phi)) {
            return known.get(phi);
        }
        Phi converted = new Phi(conversion.node.getSize(), phi.slot, phi.block);
        known.put(phi, converted);
        phi.block.phis.add(converted);
        for (Node operand : phi.operands) {
            Node value = operand.resolved();
            converted.operands
                    .add(value instanceof Phi other ? spread(conversion, other, known) : conversion.again.apply(value));
        }
        return converted;
    }

    private static Object converted(int opcode, Number number) {
        return switch (opcode) {
            case Opcodes.I2L, Opcodes.F2L, Opcodes.D2L -> (Object) number.longValue();
            case Opcodes.I2F, Opcodes.L2F, Opcodes.D2F -> (Object) number.floatValue();
            case Opcodes.I2D, Opcodes.L2D, Opcodes.F2D -> (Object) number.doubleValue();
            case Opcodes.I2B -> (Object) (int) (byte) number.intValue();
            case Opcodes.I2C -> (Object) (int) (char) number.intValue();
            case Opcodes.I2S -> (Object) (int) (short) number.intValue();
            default -> (Object) number.intValue();
        };
    }
}
