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
import org.objectweb.asm.tree.TypeInsnNode;
import org.objectweb.asm.tree.analysis.Analyzer;
import org.objectweb.asm.tree.analysis.AnalyzerException;
import org.objectweb.asm.tree.analysis.BasicValue;
import org.objectweb.asm.tree.analysis.Frame;

/**
 * Reads the calls of one method, those of its lambdas and method references among them, and the types under which it takes
 * objects from elsewhere: fields, casts, what is caught, and what other code passes to its lambdas.
 */
final class CallReader {

    private final String type;
    private final MethodNode method;
    private final List<Call> calls = new ArrayList<>();
    private final Set<DotName> met = new LinkedHashSet<>();

    /**
     * What a method does.
     *
     * @param calls what it calls, in the order of the code
     * @param met the types under which it takes objects from elsewhere
     */
    record Body(List<Call> calls, Set<DotName> met) {
    }

    private CallReader(String type, MethodNode method) {
        this.type = type;
        this.method = method;
    }

    /**
     * @param type the class, as in class files
     * @param method its method
     * @return what it does
     */
    static Body read(String type, MethodNode method) {
        CallReader reader = new CallReader(type, method);
        reader.read();
        return new Body(List.copyOf(reader.calls), Set.copyOf(reader.met));
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
                    } else if (argument instanceof Type called && called.getSort() == Type.METHOD) {
                        List.of(called.getArgumentTypes()).forEach(this::meets);
                    }
                }
            } else if (instruction instanceof FieldInsnNode field) {
                meets(Type.getType(field.desc));
                if (field.getOpcode() == Opcodes.GETSTATIC && field.desc.equals("L" + field.owner + ";")) {
                    calls.add(Call.constant(name(field.owner), field.name));
                }
            } else if (instruction instanceof TypeInsnNode cast && cast.getOpcode() == Opcodes.CHECKCAST) {
                meets(Type.getObjectType(cast.desc));
            }
        }
        method.tryCatchBlocks.stream().filter(block -> block.type != null)
                .forEach(block -> meets(Type.getObjectType(block.type)));
    }

    private void meets(Type seen) {
        met.add(StaticTypes.name(seen));
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
