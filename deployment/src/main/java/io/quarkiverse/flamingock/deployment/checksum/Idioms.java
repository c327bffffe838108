package io.quarkiverse.flamingock.deployment.checksum;

import java.util.List;
import java.util.Set;

import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * What compilers write by themselves, each in its own way, in one form: checks for null, switches over enums, conversions to
 * text, what happens where no case of a switch matches, and the closing of resources.
 *
 * @param blocks the blocks of a method
 */
record Idioms(List<Block> blocks) {

    private static final String NO_MATCH = "no match";
    private static final Set<String> NO_MATCH_ERRORS = Set.of("java/lang/MatchException",
            "java/lang/IncompatibleClassChangeError");
    private static final Set<String> CHECKS = Set.of("java/util/Objects.requireNonNull(Ljava/lang/Object;)Ljava/lang/Object;",
            "java/lang/Throwable.toString()Ljava/lang/String;");
    private static final String GET_CLASS = "getClass()Ljava/lang/Class;";
    private static final String KOTLIN_CHECKS = "kotlin/jvm/internal/Intrinsics";

    /** What is called without an effect of its own; null for any other call. */
    static Node known(MethodInsnNode call, List<? extends Node> values) {
        if (Logging.isOwner(call.owner)) {
            return Logging.result(call.desc);
        }
        if (call.name.equals("desiredAssertionStatus")) {
            return Node.pure("assertions are wanted", 1);
        }
        if (call.owner.equals(KOTLIN_CHECKS) && call.name.startsWith("check") && call.desc.endsWith("V")) {
            return Execution.EMPTY;
        }
        if (call.owner.equals("java/lang/String") && call.name.equals("valueOf") && call.desc.indexOf('[') < 0) {
            return Concatenation.text(call.desc.charAt(1), values.get(0));
        }
        String text = call.name + call.desc;
        if (CHECKS.contains(call.owner + "." + text)) {
            return new Node(Node.Kind.READ, "call " + call.owner + "." + text, 1, values);
        }
        return text.equals(GET_CLASS) ? new Node(Node.Kind.READ, "class of", 1, values) : null;
    }

    static boolean isNoMatch(String owner) {
        return NO_MATCH_ERRORS.contains(owner);
    }

    /** Does a method only serve what the compiler makes of an enum? */
    static boolean isOfCompiler(MethodNode method) {
        return Context.isSynthetic(method.access) && method.name.equals("$values");
    }

    void apply() {
        for (Block block : blocks) {
            if (block.end == Block.End.SWITCH) {
                EnumSwitches.name(block);
            }
            if (block.end == Block.End.RETURN && !block.operands.isEmpty()
                    && block.operands.get(0).resolved().label.equals("unit")) {
                block.operands.clear();
            }
            for (Node effect : block.effects) {
                if (effect.label.equals("throw")
                        && NO_MATCH_ERRORS.stream().anyMatch(error -> effect.input(0).label.startsWith("new " + error))) {
                    effect.label = NO_MATCH;
                    effect.inputs.clear();
                    effect.escapes = List.of();
                }
            }
        }
        new Builders(blocks).join();
        new Liveness(blocks).mark();
        new Closing(blocks).simplify();
    }
}
