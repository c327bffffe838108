package io.quarkiverse.flamingock.deployment.checksum;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * Lambdas that the Kotlin compiler has made classes of.
 *
 * @param program where own classes are
 */
record KotlinLambdas(Program program) {

    static final String UNIT = "kotlin/Unit";
    private static final String LAMBDA = "kotlin/jvm/internal/Lambda";
    private static final String CODE = "invoke";

    static boolean is(ClassNode type) {
        return LAMBDA.equals(type.superName) && type.interfaces.size() == 1 && code(type) != null;
    }

    private static MethodNode code(ClassNode type) {
        return type.methods.stream().filter(method -> method.name.equals(CODE) && (method.access & Opcodes.ACC_BRIDGE) == 0)
                .findFirst().orElse(null);
    }

    Node of(ClassNode type, Map<String, Node> captured, Context within) {
        Context again = Program.again(type, within);
        if (again != null) {
            return again.self;
        }
        Context context = program.capturing(type, captured, within);
        Node body = Node.pure("code", 1);
        List<Node> parameters = new ArrayList<>(List.of(context.self));
        MethodNode code = code(type);
        Type[] types = Type.getArgumentTypes(code.desc);
        for (int i = 0; i < types.length; i++) {
            parameters.add(Program.parameter(body, i, types[i]));
        }
        program.look(context, new OwnCode.Found(type, code), parameters, body);
        return new Lambdas(program, context).lambda(type.interfaces.get(0), CODE, body, captured.values());
    }
}
