package io.quarkiverse.flamingock.deployment.checksum;

import java.util.List;

import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.VarInsnNode;

/**
 * A method that only a compiler knows, by which one class reaches a private member of another, or a method that overrides one
 * with another type: one of the two is null.
 *
 * @param call what it calls
 * @param field what it reads or writes
 */
record Accessor(MethodInsnNode call, FieldInsnNode field) {

    private static final String PREFIX = "access$";

    /** What an own method stands for; null where it is no such method, or does more. */
    static Accessor of(OwnCode.Found found) {
        int access = found.method().access;
        if (!Context.isSynthetic(access)
                || (access & Opcodes.ACC_BRIDGE) == 0 && !found.method().name.startsWith(PREFIX)) {
            return null;
        }
        AbstractInsnNode only = null;
        for (AbstractInsnNode each : found.method().instructions) {
            int opcode = each.getOpcode();
            boolean passes = !Block.isReal(each) || each instanceof VarInsnNode || opcode == Opcodes.CHECKCAST
                    || opcode >= Opcodes.IRETURN && opcode <= Opcodes.RETURN;
            if (!passes && only != null) {
                return null;
            }
            only = passes ? only : each;
        }
        return only instanceof MethodInsnNode call && !call.name.equals("<init>") ? new Accessor(call, null)
                : only instanceof FieldInsnNode field ? new Accessor(null, field) : null;
    }

    /** Does a method only give a component of a record? When it does, is nothing to look at. */
    static boolean isComponent(OwnCode.Found found) {
        if ((found.type().access & Opcodes.ACC_RECORD) == 0 || !found.method().desc.startsWith("()")
                || Context.field(found.type(), found.method().name) == null) {
            return false;
        }
        for (AbstractInsnNode each : found.method().instructions) {
            int opcode = each.getOpcode();
            if (Block.isReal(each) && !(each instanceof VarInsnNode) && opcode != Opcodes.GETFIELD
                    && !(opcode >= Opcodes.IRETURN && opcode <= Opcodes.RETURN)) {
                return false;
            }
        }
        return true;
    }

    Node access(Fields fields, List<? extends Node> values) {
        return switch (field.getOpcode()) {
            case Opcodes.GETFIELD -> fields.get(field, values.get(0));
            case Opcodes.GETSTATIC -> fields.get(field, null);
            case Opcodes.PUTFIELD -> fields.put(field, values.get(0), values.get(1));
            default -> fields.put(field, null, values.get(0));
        };
    }
}
