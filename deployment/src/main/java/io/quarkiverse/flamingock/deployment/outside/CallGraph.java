package io.quarkiverse.flamingock.deployment.outside;

import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.objectweb.asm.Type;

import io.quarkiverse.flamingock.deployment.scan.ClassFiles;

/**
 * Follows the calls from a method through the classes of the application: to the method that is named, to what may override it
 * in an object that can be {@link Around}, and to all methods of an object that is passed on to other code.
 */
final class CallGraph {

    /** More than that is nothing that a change should call, and it costs the build time. */
    private static final int MOST_METHODS = 2_000;

    /** Compilers write calls of these, and they call nothing of what they are given. */
    private static final Set<String> ONLY_LOOKING = Set.of("java.util.Objects", "java.lang.String", "java.lang.StringBuilder",
            "kotlin.jvm.internal.Intrinsics");

    private final ApplicationClasses application;
    private final ClassFiles files;
    private final Map<DotName, Optional<ClassCode>> code = new HashMap<>();

    CallGraph(ApplicationClasses application, ClassFiles files) {
        this.application = application;
        this.files = files;
    }

    /**
     * A method that is reached.
     *
     * @param type its class
     * @param signature its name and descriptor
     * @param distance how many classes further than the start; 0 within it
     */
    record Step(DotName type, String signature, int distance) {

        String name() {
            return type + "#" + signature.substring(0, signature.indexOf('('));
        }
    }

    /**
     * @param own the classes that belong to a change
     * @return the way through its code
     */
    Walk walk(Set<DotName> own) {
        return new Walk(own, new Around(application));
    }

    /**
     * @param start a method that other code calls
     * @param walk what was reached before; this is added to it
     * @return it, and all that is reached from it
     */
    List<Step> from(Step start, Walk walk) {
        List<Step> reached = new ArrayList<>();
        walk.around().passedTo(start.signature());
        walk.to(start);
        for (Step step = walk.poll(); step != null && reached.size() < MOST_METHODS; step = walk.poll()) {
            if (has(step.type(), step.signature())) {
                reached.add(step);
                CallReader.Body body = code(step.type()).body(step.signature());
                body.met().forEach(walk.around()::met);
                for (Call call : body.calls()) {
                    follow(call, step, walk);
                }
            }
        }
        return reached;
    }

    private boolean has(DotName type, String signature) {
        return code(type) != null && code(type).has(signature);
    }

    List<Call> calls(Step step) {
        return code(step.type()).body(step.signature()).calls();
    }

    ClassCode code(DotName type) {
        return code.computeIfAbsent(type, name -> {
            byte[] bytes = application.find(name) == null ? null : files.bytes(name.toString());
            return bytes == null ? Optional.empty() : Optional.of(new ClassCode(bytes));
        }).orElse(null);
    }

    private void follow(Call call, Step from, Walk walk) {
        ClassInfo owner = application.find(call.owner());
        if (call.isConstructor()) {
            walk.around().made(call.owner());
        }
        if (owner == null && !ONLY_LOOKING.contains(call.owner().toString())) {
            call.passed().forEach(type -> all(type, false, from, walk));
        } else if (owner != null && call.isConstructor() && call.owner().toString().startsWith(from.type() + "$")) {
            // Who calls the methods of an anonymous class is not seen.
            all(call.owner(), true, from, walk);
        } else if (owner != null) {
            boolean written = declared(owner, call.signature(), new HashSet<>(),
                    type -> walk.on(from, type, call.signature()));
            for (ClassInfo below : call.exact() ? List.<ClassInfo> of() : application.below(owner)) {
                written |= declared(below, call.signature(), new HashSet<>(),
                        type -> walk.onWhere(below.name(), from, type, call.signature()));
            }
            if (!written && !call.descriptor().isEmpty()) {
                // Something generates it, and nobody sees what it returns.
                walk.around().met(StaticTypes.name(Type.getReturnType(call.descriptor())));
            }
        }
    }

    private void all(DotName type, boolean constructors, Step from, Walk walk) {
        if (code(type) != null) {
            code(type).signatures().stream().sorted().filter(signature -> !signature.startsWith("<clinit>"))
                    .filter(signature -> constructors || !signature.startsWith(Call.CONSTRUCTOR)).forEach(signature -> {
                        walk.around().passedTo(signature);
                        walk.on(from, type, signature);
                    });
        }
    }

    /** Where it is declared: here, or further up. */
    private boolean declared(ClassInfo type, String signature, Set<DotName> seen, Consumer<DotName> next) {
        if (type == null || !seen.add(type.name())) {
            return false;
        }
        if (has(type.name(), signature)) {
            next.accept(type.name());
            return !Modifier.isAbstract(code(type.name()).access(signature));
        }
        boolean written = declared(type.superName() == null ? null : application.find(type.superName()), signature, seen, next);
        for (DotName parent : type.interfaceNames()) {
            written |= declared(application.find(parent), signature, seen, next);
        }
        return written;
    }
}
