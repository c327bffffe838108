package io.quarkiverse.flamingock.deployment.checksum;

import java.util.ArrayList;
import java.util.List;

import org.objectweb.asm.Type;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;

/**
 * Texts that are put together, by whatever means.
 */
final class Concatenation {

    static final String LABEL = "concatenation";
    private static final String PART = "text of ";
    private static final char ARGUMENT = '\1';
    private static final char CONSTANT = '\2';

    private Concatenation() {
    }

    /** The text of a value, as of {@code String.valueOf}. */
    static Node text(char type, Node value) {
        return Node.pure(PART + switch (type) {
            case 'B', 'S' -> 'I';
            case '[', 'L' -> 'O';
            default -> type;
        }, 1, value);
    }

    static Node of(InvokeDynamicInsnNode dynamic, List<? extends Node> values) {
        Node all = Node.pure(LABEL, 1);
        Type[] types = Type.getArgumentTypes(dynamic.desc);
        String recipe = dynamic.bsmArgs.length == 0 ? String.valueOf(ARGUMENT).repeat(types.length)
                : (String) dynamic.bsmArgs[0];
        int argument = 0;
        int constant = 1;
        for (char each : recipe.toCharArray()) {
            if (each == ARGUMENT) {
                all.inputs.add(text(types[argument].getDescriptor().charAt(0), values.get(argument)));
                argument++;
            } else {
                all.inputs.add(Node.constant(each == CONSTANT ? String.valueOf(dynamic.bsmArgs[constant++])
                        : String.valueOf(each)));
            }
        }
        return all;
    }

    /** Puts together what is known: neighbouring constants, and texts that were put together themselves. */
    static void settle(Node concatenation) {
        List<Node> parts = new ArrayList<>();
        concatenation.inputs.forEach(part -> add(part.resolved(), parts));
        List<Node> settled = new ArrayList<>();
        StringBuilder constant = new StringBuilder();
        for (Node part : parts) {
            if (part.constant instanceof String text) {
                constant.append(text);
            } else {
                flush(constant, settled);
                settled.add(part);
            }
        }
        flush(constant, settled);
        concatenation.inputs.clear();
        concatenation.inputs.addAll(settled);
    }

    private static void flush(StringBuilder constant, List<Node> parts) {
        if (!constant.isEmpty()) {
            parts.add(Node.constant(constant.toString()));
            constant.setLength(0);
        }
    }

    private static void add(Node part, List<Node> parts) {
        if (part.label.equals(LABEL)) {
            part.inputs.forEach(inner -> add(inner.resolved(), parts));
        } else if (part.label.startsWith(PART)) {
            Node value = part.input(0);
            if (value.label.startsWith(PART) || value.label.equals(LABEL)) {
                add(value, parts);
            } else if (value.isNull()) {
                parts.add(Node.constant("null"));
            } else {
                parts.add(value.constant == null || value.kind != Node.Kind.PURE ? part
                        : Node.constant(known(part.label.charAt(PART.length()), value.constant)));
            }
        } else {
            parts.add(part);
        }
    }

    private static String known(char type, Object constant) {
        return switch (type) {
            case 'C' -> String.valueOf((char) (int) (Integer) constant);
            case 'Z' -> String.valueOf(!constant.equals(0));
            default -> String.valueOf(constant);
        };
    }
}
