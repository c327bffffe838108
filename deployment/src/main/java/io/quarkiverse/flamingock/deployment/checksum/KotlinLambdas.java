package io.quarkiverse.flamingock.deployment.checksum;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AnnotationNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * Lambdas that the Kotlin compiler has made classes of.
 *
 * @param program where own classes are
 */
record KotlinLambdas(Program program) {

    static final String UNIT = "kotlin/Unit";
    private static final Set<String> SUPERCLASSES = Set.of("kotlin/jvm/internal/Lambda", "java/lang/Object");
    private static final int NO_CODE = Opcodes.ACC_BRIDGE | Opcodes.ACC_SYNTHETIC | Opcodes.ACC_STATIC;
    private static final String METADATA = "Lkotlin/Metadata;";
    private static final String KIND = "k";
    /** Of what Kotlin says that it is no class of the source. */
    private static final int NO_CLASS = 3;

    static boolean is(ClassNode type) {
        return SUPERCLASSES.contains(type.superName) && type.interfaces.size() == 1 && isNoClass(type)
                && code(type).size() == 1;
    }

    private static boolean isNoClass(ClassNode type) {
        for (AnnotationNode annotation : type.visibleAnnotations == null ? List.<AnnotationNode> of()
                : type.visibleAnnotations) {
            int kind = annotation.values == null ? -1 : annotation.values.indexOf(KIND);
            if (annotation.desc.equals(METADATA) && kind >= 0) {
                return annotation.values.get(kind + 1).equals(NO_CLASS);
            }
        }
        return false;
    }

    private static List<MethodNode> code(ClassNode type) {
        return type.methods.stream().filter(method -> (method.access & NO_CODE) == 0 && !method.name.startsWith("<")).toList();
    }

    Node of(ClassNode type, Map<String, Node> captured, Context within) {
        Context again = Program.again(type, within);
        if (again != null) {
            return again.self;
        }
        Context context = program.capturing(type, captured, within);
        Node body = Node.pure(Lambdas.CODE, 1);
        List<Node> parameters = new ArrayList<>(List.of(context.self));
        MethodNode code = code(type).get(0);
        Type[] types = Type.getArgumentTypes(code.desc);
        for (int i = 0; i < types.length; i++) {
            parameters.add(Program.parameter(body, i, types[i]));
        }
        program.look(context, new OwnCode.Found(type, code), parameters, body);
        return new Lambdas(program, context).lambda(type.interfaces.get(0), code.name, body, captured.values());
    }
}
