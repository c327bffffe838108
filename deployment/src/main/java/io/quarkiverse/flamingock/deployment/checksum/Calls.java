package io.quarkiverse.flamingock.deployment.checksum;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;

/**
 * Calls: of own code, which is looked at, and of others', which are named.
 *
 * @param program where own classes are
 * @param context the class whose code it is
 * @param effect takes what happens
 * @param constructions takes what is made
 */
record Calls(Program program, Context context, UnaryOperator<Node> effect, List<Execution.Construction> constructions) {

    private static final String OBJECT = "java/lang/Object";
    /** A compiler calls them of the interface, or of Object. */
    private static final Set<String> OF_OBJECT = Set.of("equals(Ljava/lang/Object;)Z", "hashCode()I",
            "toString()Ljava/lang/String;", "getClass()Ljava/lang/Class;", "notify()V", "notifyAll()V", "wait()V", "wait(J)V",
            "wait(JI)V");
    private static final Set<String> OF_ENUM = Set.of("values", "valueOf");

    Node call(MethodInsnNode call, List<? extends Node> values) {
        if (call.name.equals("<init>")) {
            return construct(call, values);
        }
        Node known = Idioms.known(call, values);
        if (known != null) {
            return known.kind == Node.Kind.PURE ? known : effect.apply(known);
        }
        ClassNode own = program.own.find(call.owner);
        if (own != null && call.getOpcode() == Opcodes.INVOKESTATIC && OF_ENUM.contains(call.name)
                && (own.access & Opcodes.ACC_ENUM) != 0) {
            return effect.apply(new Node(Node.Kind.EFFECT, call.name, 1, List.of(program.context(own).node)));
        }
        OwnCode.Found found = own == null ? null : program.own.resolve(call.owner, call.name, call.desc);
        return found == null ? foreign(call, values) : own(call, found, values);
    }

    private Node foreign(MethodInsnNode call, List<? extends Node> values) {
        String owner = OF_OBJECT.contains(call.name + call.desc) && call.itf ? OBJECT
                : call.owner.startsWith("[") ? "array" : program.names.of(call.owner);
        boolean above = call.getOpcode() == Opcodes.INVOKESPECIAL;
        Node node = new Node(Node.Kind.EFFECT, Closing.isClose(call) && !above ? Closing.CLOSE + " " + owner
                : (above ? "super " : "call ") + owner + "." + call.name + program.names.parameters(call.desc),
                size(call.desc), values);
        if (EnumSwitches.isOrdinal(call)) {
            node.constant = EnumSwitches.byOrdinal(program.own.read(call.owner));
        }
        return effect.apply(node);
    }

    private Node own(MethodInsnNode call, OwnCode.Found found, List<? extends Node> values) {
        Accessor accessor = Accessor.of(found);
        if (accessor != null) {
            return accessor.field() == null ? call(accessor.call(), values) : accessor.access(fields(), values);
        }
        if (EnumSwitches.isTable(found.method())) {
            return effect.apply(EnumSwitches.table(found.method(), null));
        }
        if (Accessor.isComponent(found)) {
            return Node.pure("get " + call.name, size(call.desc), values.get(0), program.context(found.type()).node);
        }
        if (Idioms.isOfCompiler(found.method())) {
            return effect.apply(new Node(Node.Kind.READ, found.method().name, 1, List.of()));
        }
        List<Node> inputs = new ArrayList<>();
        Context its = values.isEmpty() ? null : program.contextOf(values.get(0).resolved());
        its = its != null && its.type == found.type() ? its
                : found.type() == context.type ? context : program.context(found.type());
        inputs.add(program.method(its, found));
        if (call.getOpcode() == Opcodes.INVOKESTATIC && found.type() != context.type) {
            Node initializer = program.initializer(its);
            if (initializer != null) {
                inputs.add(initializer);
            }
        }
        inputs.addAll(values);
        return effect
                .apply(new Node(Node.Kind.EFFECT, Closing.isClose(call) ? Closing.CLOSE : "call", size(call.desc), inputs));
    }

    Fields fields() {
        return new Fields(program, context, effect);
    }

    private Node construct(MethodInsnNode call, List<? extends Node> values) {
        Node object = values.get(0);
        List<? extends Node> arguments = values.subList(1, values.size());
        boolean above = context.isOf(object);
        ClassNode own = program.own.find(call.owner);
        Node made;
        if (own == null) {
            made = new Node(Idioms.isNoMatch(call.owner) ? Node.Kind.READ : Node.Kind.EFFECT,
                    (above ? "super " : "new ") + program.names.of(call.owner) + program.names.parameters(call.desc), 1,
                    arguments);
        } else {
            OwnCode.Found found = program.own.resolve(call.owner, call.name, call.desc);
            Map<Integer, String> captures = Context.captures(own, found.method());
            Map<String, Node> captured = new HashMap<>();
            captures.forEach((number, field) -> captured.put(field, arguments.get(number)));
            if (!above && KotlinLambdas.is(own)) {
                Node lambda = new KotlinLambdas(program).of(own, captured, context);
                constructions.add(new Execution.Construction(object, lambda));
                return object;
            }
            made = made(own, found, captures, captured, arguments, above ? null : object);
        }
        effect.apply(made);
        if (!above) {
            constructions.add(new Execution.Construction(object, made));
        }
        return object;
    }

    private Node made(ClassNode own, OwnCode.Found found, Map<Integer, String> captures, Map<String, Node> captured,
            List<? extends Node> arguments, Node object) {
        boolean anonymous = Context.isAnonymous(own);
        Context its = Program.again(own, context);
        if (its == null && (anonymous || !captured.isEmpty() && Context.isWithinCode(own))) {
            its = program.capturing(own, captured, context);
            if (anonymous) {
                its.arguments.addAll(arguments);
            }
            program.look(its);
        } else if (its == null) {
            its = program.context(own);
        }
        List<Node> inputs = new ArrayList<>(List.of(program.method(its, found)));
        if (object != null) {
            inputs.add(its.node);
            program.know(object, its);
        }
        for (int i = 0; i < arguments.size() && its.arguments.isEmpty(); i++) {
            if (!captures.containsKey(i) || Context.isOuter(captures.get(i))) {
                inputs.add(arguments.get(i));
            }
        }
        Node made = new Node(Node.Kind.EFFECT, object == null ? "above" : "new", 1, inputs);
        made.silent.addAll(its.arguments);
        made.silent.addAll(captured.values());
        return made;
    }

    Node dynamic(InvokeDynamicInsnNode dynamic, List<? extends Node> values) {
        return switch (dynamic.bsm.getOwner()) {
            case "java/lang/invoke/LambdaMetafactory" -> new Lambdas(program, context).of(dynamic, values);
            case "java/lang/invoke/StringConcatFactory" -> Concatenation.of(dynamic, values);
            case "java/lang/runtime/SwitchBootstraps" -> Patterns.of(new Constants(program), dynamic, values);
            default -> {
                StringBuilder label = new StringBuilder("dynamic ").append(dynamic.name)
                        .append(program.names.descriptor(dynamic.desc)).append(new Constants(program).text(dynamic.bsm));
                for (Object argument : dynamic.bsmArgs) {
                    label.append(' ').append(new Constants(program).text(argument));
                }
                yield effect.apply(new Node(Node.Kind.EFFECT, label.toString(), size(dynamic.desc), values));
            }
        };
    }

    static int size(String descriptor) {
        return Math.max(1, Type.getReturnType(descriptor).getSize());
    }
}
