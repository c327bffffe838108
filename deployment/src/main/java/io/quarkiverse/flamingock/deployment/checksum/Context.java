package io.quarkiverse.flamingock.deployment.checksum;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.FieldNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.VarInsnNode;

/**
 * A class where it is used. One that captures variables of the code around it is looked at once for each place that makes an
 * instance: there it is known what the variables are.
 */
final class Context {

    private static final String OUTER = "this$";

    final ClassNode type;
    /** The class whose code makes it, if it captures something there; null otherwise. */
    final Context within;
    /** The class itself. */
    final Node node;
    /** An instance of it. */
    final Node self;
    /** What its synthetic fields are, by name; empty where nothing is captured. */
    final Map<String, Node> captured = new HashMap<>();
    /** What its constructor is given, where only one place makes an instance; empty otherwise. */
    final List<Node> arguments = new ArrayList<>();
    /** The methods that were looked at. */
    final Map<String, Node> methods = new HashMap<>();

    Context(ClassNode type, Context within) {
        this.type = type;
        this.within = within;
        this.node = Node.pure("class", 1);
        this.self = Node.pure("this", 1);
        self.edges.add(node);
    }

    boolean isOf(Node value) {
        return value.resolved() == self;
    }

    /** Is a class declared in the middle of a method? */
    static boolean isWithinCode(ClassNode type) {
        return type.outerMethod != null || type.outerClass != null;
    }

    /** Has a class no name, so that only one place makes an instance? */
    static boolean isAnonymous(ClassNode type) {
        return type.innerClasses.stream().anyMatch(inner -> inner.name.equals(type.name) && inner.innerName == null);
    }

    static boolean isOuter(String field) {
        return field.startsWith(OUTER);
    }

    static FieldNode field(ClassNode type, String name) {
        return type.fields.stream().filter(field -> field.name.equals(name)).findFirst().orElse(null);
    }

    static boolean isSynthetic(int access) {
        return (access & Opcodes.ACC_SYNTHETIC) != 0;
    }

    /**
     * The synthetic fields that a constructor fills from its parameters, by the parameter's number.
     *
     * @param type a class
     * @param constructor one of its constructors
     * @return what it captures
     */
    static Map<Integer, String> captures(ClassNode type, MethodNode constructor) {
        Map<Integer, Integer> numbers = new HashMap<>();
        int slot = 1;
        Type[] parameters = Type.getArgumentTypes(constructor.desc);
        for (int i = 0; i < parameters.length; i++) {
            numbers.put(slot, i);
            slot += parameters[i].getSize();
        }
        Map<Integer, String> captures = new HashMap<>();
        for (AbstractInsnNode each : constructor.instructions) {
            if (each instanceof FieldInsnNode put && put.getOpcode() == Opcodes.PUTFIELD && put.owner.equals(type.name)
                    && value(put) instanceof VarInsnNode load && numbers.containsKey(load.var)) {
                FieldNode field = field(type, put.name);
                if (field != null && isSynthetic(field.access)) {
                    captures.put(numbers.get(load.var), put.name);
                }
            }
        }
        return captures;
    }

    /** What loads the value that is written; some compilers check between that it is not null. */
    private static AbstractInsnNode value(FieldInsnNode put) {
        AbstractInsnNode value = put.getPrevious();
        while (value != null && (!Block.isReal(value) || value.getOpcode() == Opcodes.POP || value.getOpcode() == Opcodes.DUP
                || value instanceof MethodInsnNode check && check.name.equals("requireNonNull"))) {
            value = value.getPrevious();
        }
        return value;
    }
}
