package io.quarkiverse.flamingock.deployment.checksum;

import java.util.ArrayList;
import java.util.List;

import org.objectweb.asm.Handle;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;

/**
 * Lambdas, whose code is looked at where they are, with what they capture in its place. A reference to a method is a lambda
 * that
 * calls it: some compilers write the one for the other.
 *
 * @param program where own classes are
 * @param context the class whose code it is
 */
record Lambdas(Program program, Context context) {

    /** What leads to the code of a lambda. */
    static final String CODE = "code";
    private static final String NAMED_BY_COMPILERS = "lambda$";

    Node of(InvokeDynamicInsnNode dynamic, List<? extends Node> captured) {
        Handle code = (Handle) dynamic.bsmArgs[1];
        Type interfaceType = Type.getReturnType(dynamic.desc);
        Type signature = (Type) dynamic.bsmArgs[2];
        Node body = Node.pure(CODE, 1);
        OwnCode.Found found = program.own.resolve(code.getOwner(), code.getName(), code.getDesc());
        if (found != null && isLambda(found)) {
            inPlace(code, found, captured, body);
        } else {
            call(code, captured, signature, body);
        }
        return lambda(interfaceType.getInternalName(), dynamic.name, body, captured);
    }

    Node lambda(String interfaceName, String method, Node body, Iterable<? extends Node> captured) {
        Node lambda = new Constants(program).named("lambda", interfaceName, 1);
        lambda.label += "." + method;
        lambda.inputs.add(body);
        captured.forEach(lambda.silent::add);
        return lambda;
    }

    private static boolean isLambda(OwnCode.Found found) {
        String name = found.method().name;
        return Context.isSynthetic(found.method().access) && !name.startsWith("access$") || name.contains(NAMED_BY_COMPILERS);
    }

    private void inPlace(Handle code, OwnCode.Found found, List<? extends Node> captured, Node body) {
        List<Node> parameters = new ArrayList<>(captured);
        Type[] types = Type.getArgumentTypes(code.getDesc());
        boolean instance = code.getTag() != Opcodes.H_INVOKESTATIC;
        int first = captured.size() - (instance ? 1 : 0);
        if (first < 0) {
            parameters.add(Program.parameter(body, -1, Type.getObjectType(code.getOwner())));
            first = 0;
        }
        for (int i = first; i < types.length; i++) {
            parameters.add(Program.parameter(body, i - first, types[i]));
        }
        Context its = instance ? program.contextOf(parameters.get(0).resolved()) : null;
        program.look(its != null ? its : found.type() == context.type ? context : program.context(found.type()), found,
                parameters, body);
    }

    private void call(Handle code, List<? extends Node> captured, Type signature, Node body) {
        List<Node> values = new ArrayList<>(captured);
        Type[] types = signature.getArgumentTypes();
        for (int i = 0; i < types.length; i++) {
            values.add(Program.parameter(body, i, types[i]));
        }
        List<Node> happens = new ArrayList<>();
        List<Execution.Construction> made = new ArrayList<>();
        Calls calls = new Calls(program, context, effect -> {
            happens.add(effect);
            return effect;
        }, made);
        boolean constructor = code.getTag() == Opcodes.H_NEWINVOKESPECIAL;
        if (constructor) {
            values.add(0, Node.pure("allocated", 1));
        }
        Node result = calls.call(new MethodInsnNode(opcode(code.getTag()), code.getOwner(), code.getName(), code.getDesc(),
                code.isInterface()), values);
        made.forEach(Execution.Construction::settle);
        Node end = new Node(Node.Kind.PURE, Links.RETURN, 1,
                signature.getReturnType().getSort() == Type.VOID ? List.of() : List.of(result));
        List<Node> way = new ArrayList<>(List.of(body));
        way.addAll(happens);
        way.add(end);
        for (int i = 0; i + 1 < way.size(); i++) {
            way.get(i).edges.add(way.get(i + 1));
        }
    }

    private static int opcode(int tag) {
        return switch (tag) {
            case Opcodes.H_INVOKESTATIC -> Opcodes.INVOKESTATIC;
            case Opcodes.H_INVOKEINTERFACE -> Opcodes.INVOKEINTERFACE;
            case Opcodes.H_NEWINVOKESPECIAL -> Opcodes.INVOKESPECIAL;
            default -> Opcodes.INVOKEVIRTUAL;
        };
    }
}
