package io.quarkiverse.flamingock.deployment.outside;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import org.jboss.jandex.DotName;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.analysis.Analyzer;
import org.objectweb.asm.tree.analysis.AnalyzerException;
import org.objectweb.asm.tree.analysis.BasicValue;
import org.objectweb.asm.tree.analysis.Frame;

/**
 * Reads the calls of one method, those of its lambdas and method references among them.
 */
final class CallReader {

    private final String type;
    private final MethodNode method;
    private final List<Call> calls = new ArrayList<>();

    private CallReader(String type, MethodNode method) {
        this.type = type;
        this.method = method;
    }

    /**
     * @param type the class, as in class files
     * @param method its method
     * @return what it calls, in the order of the code
     */
    static List<Call> read(String type, MethodNode method) {
        CallReader reader = new CallReader(type, method);
        reader.read();
        return List.copyOf(reader.calls);
    }

    private void read() {
        Frame<BasicValue>[] frames = frames();
        for (int i = 0; i < method.instructions.size(); i++) {
            AbstractInsnNode instruction = method.instructions.get(i);
            if (instruction instanceof MethodInsnNode call) {
                boolean exact = call.getOpcode() == Opcodes.INVOKESTATIC || call.getOpcode() == Opcodes.INVOKESPECIAL;
                calls.add(new Call(name(call.owner), call.name, call.desc, exact, passed(frames, i, call.desc)));
            } else if (instruction instanceof InvokeDynamicInsnNode dynamic) {
                for (Object argument : dynamic.bsmArgs) {
                    if (argument instanceof Handle handle && handle.getTag() >= Opcodes.H_INVOKEVIRTUAL) {
                        boolean virtual = handle.getTag() == Opcodes.H_INVOKEVIRTUAL
                                || handle.getTag() == Opcodes.H_INVOKEINTERFACE;
                        calls.add(new Call(name(handle.getOwner()), handle.getName(), handle.getDesc(), !virtual, Set.of()));
                    }
                }
            } else if (instruction instanceof FieldInsnNode field && field.getOpcode() == Opcodes.GETSTATIC
                    && field.desc.equals("L" + field.owner + ";")) {
                calls.add(Call.constant(name(field.owner), field.name));
            }
        }
    }

    private static DotName name(String internal) {
        return DotName.createSimple(internal.replace('/', '.'));
    }

    private Frame<BasicValue>[] frames() {
        try {
            return new Analyzer<>(new StaticTypes()).analyze(type, method);
        } catch (AnalyzerException e) {
            // What some compiler wrote can't be followed: its calls are read all the same.
            return null;
        }
    }

    private static Set<DotName> passed(Frame<BasicValue>[] frames, int position, String descriptor) {
        Frame<BasicValue> frame = frames == null ? null : frames[position];
        int count = Type.getArgumentCount(descriptor);
        if (frame == null || frame.getStackSize() < count) {
            return Set.of();
        }
        Set<DotName> passed = new LinkedHashSet<>();
        for (int i = frame.getStackSize() - count; i < frame.getStackSize(); i++) {
            Type value = frame.getStack(i).getType();
            if (value != null && value.getSort() == Type.OBJECT) {
                passed.add(DotName.createSimple(value.getClassName()));
            }
        }
        return passed;
    }
}
