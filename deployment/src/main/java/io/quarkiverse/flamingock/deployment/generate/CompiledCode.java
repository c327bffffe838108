package io.quarkiverse.flamingock.deployment.generate;

import java.lang.constant.ClassDesc;
import java.util.ArrayList;
import java.util.List;

/**
 * The code of a change as it will be called.
 *
 * @param change its class
 * @param singleton the static field that holds the only instance; null where instances are made
 * @param constructor makes an instance; null where there is only one
 * @param fields what is set then
 * @param initializers what is called then
 * @param apply how to apply it
 * @param rollback how to take it back; null where it has no rollback method
 * @param probe how to find out whether it was applied; null where it has no probe
 * @param outsideEffects what it may do outside of its transaction
 */
public record CompiledCode(ClassDesc change, String singleton, CompiledMethod constructor, List<CompiledField> fields,
        List<CompiledMethod> initializers, CompiledMethod apply, CompiledMethod rollback, CompiledMethod probe,
        List<String> outsideEffects) {

    public CompiledCode {
        fields = List.copyOf(fields);
        initializers = List.copyOf(initializers);
        outsideEffects = List.copyOf(outsideEffects);
    }

    List<CompiledArgument> arguments() {
        List<CompiledArgument> arguments = new ArrayList<>();
        if (constructor != null) {
            arguments.addAll(constructor.arguments());
        }
        fields.forEach(field -> arguments.add(field.argument()));
        initializers.forEach(method -> arguments.addAll(method.arguments()));
        for (CompiledMethod method : new CompiledMethod[] { apply, rollback, probe }) {
            if (method != null) {
                arguments.addAll(method.arguments());
            }
        }
        return arguments;
    }
}
