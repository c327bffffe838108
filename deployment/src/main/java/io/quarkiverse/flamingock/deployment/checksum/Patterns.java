package io.quarkiverse.flamingock.deployment.checksum;

import java.util.ArrayList;
import java.util.List;

import org.objectweb.asm.ConstantDynamic;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;

/**
 * Which case of a switch over patterns matches.
 */
final class Patterns {

    private Patterns() {
    }

    static Node of(Constants constants, InvokeDynamicInsnNode dynamic, List<? extends Node> values) {
        StringBuilder label = new StringBuilder("match");
        List<Node> inputs = new ArrayList<>(values);
        for (Object each : dynamic.bsmArgs) {
            if (each instanceof Type type) {
                Node named = constants.named(" type", type.getInternalName(), 1);
                label.append(named.label);
                inputs.addAll(named.inputs);
            } else if (each instanceof ConstantDynamic constant) {
                // the description of an enum's constant: its class, and its name
                label.append(" String ")
                        .append(constant.getBootstrapMethodArgument(constant.getBootstrapMethodArgumentCount() - 1));
            } else {
                label.append(' ').append(constants.text(each));
            }
        }
        return new Node(Node.Kind.PURE, label.toString(), 1, inputs);
    }
}
