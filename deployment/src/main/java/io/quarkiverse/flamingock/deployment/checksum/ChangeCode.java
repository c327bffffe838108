package io.quarkiverse.flamingock.deployment.checksum;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jboss.jandex.MethodInfo;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * The code of a change, from what is called of it.
 *
 * @param own where code is
 * @param change the internal name of its class
 */
record ChangeCode(OwnCode own, String change) {

    /**
     * @param roles the methods that the extension calls, by what they are for
     * @return what leads to all of it
     */
    Node root(Map<String, List<MethodInfo>> roles) {
        Set<String> called = new HashSet<>();
        roles.values().forEach(methods -> methods.forEach(method -> called.add(owner(method) + "." + method.name()
                + method.descriptor())));
        Program program = new Program(own, called);
        Annotations annotations = new Annotations(program.names);
        ClassNode type = own.read(change);
        Node root = Node.pure("change " + annotations.of(type.visibleAnnotations), 1);
        root.edges.add(program.context(type).node);
        roles.forEach((role, methods) -> methods.forEach(
                method -> add(root, program, role, own.resolve(owner(method), method.name(), method.descriptor()))));
        type.methods.stream().filter(method -> method.name.equals("<init>") && !Context.isSynthetic(method.access))
                .sorted(Comparator.comparing((MethodNode method) -> program.names.descriptor(method.desc)))
                .forEach(method -> add(root, program, "constructor", new OwnCode.Found(type, method)));
        fields(root, program, annotations, type);
        program.complete();
        return root;
    }

    private static String owner(MethodInfo method) {
        return method.declaringClass().name().toString().replace('.', '/');
    }

    private static void add(Node root, Program program, String role, OwnCode.Found found) {
        if (found == null) {
            return;
        }
        MethodNode method = found.method();
        Annotations annotations = new Annotations(program.names);
        Node node = Node.pure(role + " " + program.names.descriptor(method.signature != null ? method.signature : method.desc)
                + annotations.of(method.visibleAnnotations) + annotations.ofParameters(method.visibleParameterAnnotations), 1);
        node.edges.add(program.method(program.context(found.type()), found));
        root.edges.add(node);
    }

    /** What is set from outside. */
    private void fields(Node root, Program program, Annotations annotations, ClassNode type) {
        for (ClassNode each = type; each != null; each = each.superName == null ? null : own.find(each.superName)) {
            each.fields.stream().filter(field -> (field.access & Opcodes.ACC_STATIC) == 0)
                    .filter(field -> !annotations.of(field.visibleAnnotations).isEmpty())
                    .sorted(Comparator.comparing((FieldNode field) -> field.name))
                    .forEach(field -> root.edges.add(Node.pure("field " + field.name + " "
                            + program.names.descriptor(field.signature != null ? field.signature : field.desc)
                            + annotations.of(field.visibleAnnotations), 1)));
        }
    }
}
