package io.quarkiverse.flamingock.deployment.checksum;

import java.util.ArrayList;
import java.util.List;

import org.objectweb.asm.ConstantDynamic;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Type;

/**
 * Constants, and what names a class.
 *
 * @param program where own classes are
 */
record Constants(Program program) {

    Node of(Object value) {
        if (value instanceof Type type) {
            return type.getSort() == Type.METHOD ? Node.pure("type " + program.names.descriptor(type.getDescriptor()), 1)
                    : named("type", type.getInternalName(), 1);
        }
        return value instanceof ConstantDynamic || value instanceof Handle ? Node.pure(text(value), 1) : Node.constant(value);
    }

    /** A node that names a class: one of the change's own is meant itself, and not its name. */
    Node named(String what, String type, int size, Node... inputs) {
        List<Node> all = new ArrayList<>(List.of(inputs));
        Node own = program.type(type);
        if (own != null) {
            all.add(own);
        }
        return new Node(Node.Kind.PURE, what + " " + program.names.of(type), size, all);
    }

    /** Any constant, as text. */
    String text(Object value) {
        Names names = program.names;
        if (value instanceof Type type) {
            return names.descriptor(type.getDescriptor());
        }
        if (value instanceof Handle handle) {
            return names.of(handle.getOwner()) + "." + handle.getName() + names.descriptor(handle.getDesc());
        }
        if (value instanceof ConstantDynamic dynamic) {
            StringBuilder text = new StringBuilder(dynamic.getName()).append(text(dynamic.getBootstrapMethod()));
            for (int i = 0; i < dynamic.getBootstrapMethodArgumentCount(); i++) {
                text.append(' ').append(text(dynamic.getBootstrapMethodArgument(i)));
            }
            return text.toString();
        }
        return value.getClass().getSimpleName() + " " + value;
    }
}
