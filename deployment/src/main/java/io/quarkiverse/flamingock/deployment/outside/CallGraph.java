package io.quarkiverse.flamingock.deployment.outside;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;

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
     * @param overriding whether another method is named in the call, which this may override
     */
    record Step(DotName type, String signature, int distance, boolean overriding) {

        Step(DotName type, String signature, int distance) {
            this(type, signature, distance, false);
        }

        String name() {
            return type + "#" + signature.substring(0, signature.indexOf('('));
        }
    }

    /**
     * @param start a method
     * @param own the classes that belong to the same change
     * @param seen what was reached before; this is added to it
     * @return it, and all that is reached from it
     */
    List<Step> from(Step start, Set<DotName> own, Set<Step> seen) {
        List<Step> reached = new ArrayList<>();
        Around around = around(start, own);
        Deque<Step> open = new ArrayDeque<>(List.of(start));
        List<Step> waiting = new ArrayList<>();
        while (!open.isEmpty() && reached.size() < MOST_METHODS) {
            Step step = open.poll();
            if (!around.has(application.find(step.type())) && step.overriding()) {
                waiting.add(step);
                continue;
            }
            if (code(step.type()) == null || !code(step.type()).has(step.signature())
                    || !seen.add(new Step(step.type(), step.signature(), 0))) {
                continue;
            }
            reached.add(step);
            around.uses(application.find(step.type()));
            for (Call call : calls(step)) {
                for (Step next : next(step, call)) {
                    open.add(new Step(next.type(), next.signature(), own.contains(next.type()) ? 0 : step.distance() + 1,
                            next.overriding()));
                }
                if (call.name().equals(Call.CONSTRUCTOR)) {
                    around.made(application.find(call.owner()));
                }
            }
            waiting.removeIf(each -> around.has(application.find(each.type())) && open.add(each));
        }
        return reached;
    }

    private Around around(Step start, Set<DotName> own) {
        Around around = new Around(application);
        own.forEach(type -> around.made(application.find(type)));
        application.find(start.type()).methods().stream()
                .filter(method -> start.signature().equals(method.name() + method.descriptor())).forEach(around::takes);
        return around;
    }

    List<Call> calls(Step step) {
        return code(step.type()).calls(step.signature());
    }

    ClassCode code(DotName type) {
        return code.computeIfAbsent(type, name -> {
            byte[] bytes = application.find(name) == null ? null : files.bytes(name.toString());
            return bytes == null ? Optional.empty() : Optional.of(new ClassCode(bytes));
        }).orElse(null);
    }

    private List<Step> next(Step from, Call call) {
        List<Step> next = new ArrayList<>();
        ClassInfo owner = application.find(call.owner());
        if (owner == null && !ONLY_LOOKING.contains(call.owner().toString())) {
            call.passed().forEach(type -> all(application.find(type), next));
            next.removeIf(step -> step.signature().startsWith(Call.CONSTRUCTOR));
        } else if (owner == null) {
            return next;
        } else if (call.name().equals(Call.CONSTRUCTOR)
                && call.owner().toString().startsWith(from.type() + "$")) {
            // Who calls the methods of an anonymous class is not seen.
            all(owner, next);
        } else {
            declared(owner, call.signature(), new HashSet<>(), next);
            if (!call.exact()) {
                for (ClassInfo below : application.below(owner)) {
                    next.add(new Step(below.name(), call.signature(), 0, true));
                }
            }
        }
        return next;
    }

    private void all(ClassInfo type, List<Step> next) {
        if (type != null && code(type.name()) != null) {
            code(type.name()).signatures().stream().sorted().filter(signature -> !signature.startsWith("<clinit>"))
                    .forEach(signature -> next.add(new Step(type.name(), signature, 0)));
        }
    }

    /** Where it is declared: here, or further up. */
    private void declared(ClassInfo type, String signature, Set<DotName> seen, List<Step> next) {
        if (type == null || !seen.add(type.name())) {
            return;
        }
        ClassCode here = code(type.name());
        if (here != null && here.has(signature)) {
            next.add(new Step(type.name(), signature, 0));
            return;
        }
        declared(type.superName() == null ? null : application.find(type.superName()), signature, seen, next);
        type.interfaceNames().forEach(parent -> declared(application.find(parent), signature, seen, next));
    }
}
