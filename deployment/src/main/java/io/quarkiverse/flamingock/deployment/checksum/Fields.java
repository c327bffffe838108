package io.quarkiverse.flamingock.deployment.checksum;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.FieldNode;

/**
 * Reading and writing of fields. Those that only a compiler knows are no fields: they stand for what was captured.
 *
 * @param program where own classes are
 * @param context the class whose code it is
 * @param effect takes what happens
 */
record Fields(Program program, Context context, UnaryOperator<Node> effect) {

    private static final String ASSERTIONS = "$assertionsDisabled";
    private static final String KOTLIN_INSTANCE = "INSTANCE";

    /**
     * @param instruction reads a field
     * @param of the object; null for a static field
     * @return the value
     */
    Node get(FieldInsnNode instruction, Node of) {
        int size = instruction.desc.equals("J") || instruction.desc.equals("D") ? 2 : 1;
        if (instruction.name.equals(ASSERTIONS)) {
            return Node.pure("assertions are off", 1);
        }
        if (Logging.is(instruction.desc)) {
            return Node.pure("log", 1);
        }
        if (instruction.owner.equals(KotlinLambdas.UNIT)) {
            return Node.pure("unit", 1);
        }
        ClassNode own = program.own.find(instruction.owner);
        if (own == null) {
            String label = "get " + program.names.of(instruction.owner) + "." + instruction.name;
            return effect.apply(new Node(Node.Kind.READ, label, size, of == null ? List.of() : List.of(of)));
        }
        if (of == null) {
            if (EnumSwitches.isTable(instruction.name)) {
                return effect.apply(EnumSwitches.table(own, instruction.name));
            }
            if (KotlinLambdas.is(own) && instruction.name.equals(KOTLIN_INSTANCE)) {
                return new KotlinLambdas(program).of(own, Map.of(), context);
            }
            return effect.apply(new Node(Node.Kind.READ, "get " + instruction.name, size, started(own)));
        }
        FieldNode field = Context.field(own, instruction.name);
        if (field != null && Context.isSynthetic(field.access)) {
            return captured(own, instruction, of, size);
        }
        // What never changes is read whenever a compiler likes.
        return field != null && (field.access & Opcodes.ACC_FINAL) != 0 ? Node.pure("get " + instruction.name, size, of)
                : effect.apply(new Node(Node.Kind.READ, "get " + instruction.name, size, List.of(of)));
    }

    private Node captured(ClassNode own, FieldInsnNode instruction, Node of, int size) {
        Node object = of.resolved();
        Context its = program.contextOf(object);
        Node value = its == null || its.type != own ? null : its.captured.get(instruction.name);
        if (value != null) {
            return value;
        }
        // Of which of several classes around it, compilers say in several ways.
        return Node.pure(Context.isOuter(instruction.name) ? "outer" : "captured", size);
    }

    /**
     * @param instruction writes a field
     * @param of the object; null for a static field
     * @param value the value
     * @return what happens
     */
    Node put(FieldInsnNode instruction, Node of, Node value) {
        ClassNode own = program.own.find(instruction.owner);
        if (Logging.is(instruction.desc) || own != null && isSynthetic(own, instruction.name)) {
            return Execution.EMPTY;
        }
        List<Node> inputs = new ArrayList<>();
        if (of != null) {
            inputs.add(of);
        } else if (own != null && own != context.type) {
            inputs.addAll(started(own));
        }
        inputs.add(value);
        String owner = own == null ? program.names.of(instruction.owner) + "." : "";
        return effect.apply(new Node(Node.Kind.EFFECT, "put " + owner + instruction.name, 1, inputs));
    }

    /** What happens before something static of a class is used. */
    private List<Node> started(ClassNode own) {
        Node initializer = program.initializer(own == context.type ? context : program.context(own));
        return initializer == null ? List.of() : List.of(initializer);
    }

    static boolean isSynthetic(ClassNode type, String name) {
        FieldNode field = Context.field(type, name);
        return field != null && Context.isSynthetic(field.access);
    }
}
