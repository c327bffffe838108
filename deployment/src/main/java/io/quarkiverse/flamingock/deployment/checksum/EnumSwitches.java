package io.quarkiverse.flamingock.deployment.checksum;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.IntInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * A switch over an enum is compiled to one over its ordinals, or over numbers in a table: here, by the constants' names again.
 */
final class EnumSwitches {

    private static final String JAVAC_FIELD = "$SwitchMap$";
    private static final String ECJ_METHOD = "$SWITCH_TABLE$";
    private static final String ORDINAL = "ordinal";

    private EnumSwitches() {
    }

    static boolean isTable(MethodNode method) {
        return method.name.startsWith(ECJ_METHOD);
    }

    static boolean isTable(String field) {
        return field.startsWith(JAVAC_FIELD);
    }

    static boolean isOrdinal(MethodInsnNode call) {
        return call.name.equals(ORDINAL) && call.desc.equals("()I");
    }

    /** A table in a field that the start of its class fills. */
    static Node table(ClassNode type, String field) {
        return table(type.methods.stream().filter(method -> method.name.equals("<clinit>")).findFirst().orElseThrow(), field);
    }

    /**
     * @param method fills tables
     * @param field the one that is asked for; null where there is only one
     * @return the table, which knows the names of constants by their numbers
     */
    static Node table(MethodNode method, String field) {
        Node table = new Node(Node.Kind.READ, "table", 1, List.of());
        table.constant = byNumber(method, field);
        return table;
    }

    private static Map<Object, String> byNumber(MethodNode method, String field) {
        Map<Object, String> names = new HashMap<>();
        String table = null;
        for (AbstractInsnNode each : method.instructions) {
            if (each instanceof FieldInsnNode get && isTable(get.name)) {
                table = get.name;
            }
            if (each instanceof MethodInsnNode call && call.name.equals(ORDINAL)
                    && call.getPrevious() instanceof FieldInsnNode constant && (field == null || field.equals(table))) {
                names.put(number(call.getNext()), constant.name);
            }
        }
        return names;
    }

    private static Object number(AbstractInsnNode instruction) {
        return instruction instanceof IntInsnNode push ? (Object) push.operand
                : instruction instanceof InsnNode constant ? (Object) (constant.getOpcode() - Opcodes.ICONST_0) : null;
    }

    /** The names of an enum's constants, by their ordinals; null where a class is no enum. */
    static Map<Object, String> byOrdinal(ClassNode type) {
        if (type == null || (type.access & Opcodes.ACC_ENUM) == 0) {
            return null;
        }
        Map<Object, String> names = new HashMap<>();
        type.fields.stream().filter(field -> (field.access & Opcodes.ACC_ENUM) != 0)
                .forEach(field -> names.put(names.size(), field.name));
        return names;
    }

    /** Names the cases of a block that switches by one of these tables. */
    @SuppressWarnings("unchecked")
    static void name(Block block) {
        Node value = block.operands.get(0).resolved();
        Node ordinal = value.label.equals("element") ? value.input(1) : value;
        Node table = value.label.equals("element") ? value.input(0) : value;
        if (!(table.constant instanceof Map<?, ?> known)) {
            return;
        }
        block.operands.set(0, ordinal);
        Map<Object, String> names = (Map<Object, String>) known;
        List<Object> keys = block.keys;
        keys.replaceAll(key -> names.getOrDefault(key, key.toString()));
    }
}
