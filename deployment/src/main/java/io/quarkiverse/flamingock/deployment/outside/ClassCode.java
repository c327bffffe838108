package io.quarkiverse.flamingock.deployment.outside;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.objectweb.asm.ClassReader;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AnnotationNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * The code of one class.
 */
final class ClassCode {

    /** What leaves the transaction of the caller, and how that is called in sentences. */
    private static final Map<String, String> LEAVING = Map.of("REQUIRES_NEW", "what is done in another transaction",
            "NOT_SUPPORTED", "what is done without a transaction", "NEVER", "what is done without a transaction");
    private static final Set<String> TRANSACTIONAL = Set.of("Ljakarta/transaction/Transactional;",
            "Lorg/springframework/transaction/annotation/Transactional;");
    private static final int NOT_INTERCEPTED = Opcodes.ACC_STATIC | Opcodes.ACC_PRIVATE | Opcodes.ACC_SYNTHETIC;

    private final ClassNode type = new ClassNode();
    private final Map<String, MethodNode> methods = new HashMap<>();
    private final Map<String, CallReader.Body> bodies = new HashMap<>();

    ClassCode(byte[] classFile) {
        new ClassReader(classFile).accept(type, ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
        type.methods.forEach(method -> methods.put(method.name + method.desc, method));
    }

    boolean has(String signature) {
        return methods.containsKey(signature);
    }

    Set<String> signatures() {
        return methods.keySet();
    }

    int access(String signature) {
        return methods.get(signature).access;
    }

    CallReader.Body body(String signature) {
        return bodies.computeIfAbsent(signature, key -> CallReader.read(type.name, methods.get(key)));
    }

    /**
     * @return how a method leaves the transaction of its caller, and what that is called; null where it does not
     */
    Leaving leaving(String signature) {
        MethodNode method = methods.get(signature);
        if ((method.access & NOT_INTERCEPTED) != 0 || method.name.equals(Call.CONSTRUCTOR)) {
            return null;
        }
        String own = transactional(method.visibleAnnotations);
        String kind = own == null ? transactional(type.visibleAnnotations) : own;
        return kind == null || !LEAVING.containsKey(kind) ? null : new Leaving(LEAVING.get(kind), kind);
    }

    /**
     * @param what what is done there, in sentences
     * @param kind what the annotation says
     */
    record Leaving(String what, String kind) {
    }

    private static String transactional(List<AnnotationNode> annotations) {
        for (AnnotationNode annotation : annotations == null ? List.<AnnotationNode> of() : annotations) {
            if (TRANSACTIONAL.contains(annotation.desc)) {
                String kind = "REQUIRED";
                List<Object> values = annotation.values == null ? List.of() : annotation.values;
                for (int i = 1; i < values.size(); i += 2) {
                    kind = values.get(i) instanceof String[] constant ? constant[1] : kind;
                }
                return kind;
            }
        }
        return null;
    }
}
