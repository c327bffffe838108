package io.quarkiverse.flamingock.deployment.outside;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.AnnotationTarget;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.FieldInfo;
import org.jboss.jandex.MethodInfo;
import org.jboss.jandex.Type;

/**
 * Finds the clients that the objects of a type hold: in fields, or by what makes them or is called with what they ask for; and
 * what these hold in turn.
 */
final class HeldClients {

    /** Nobody reads a way through more, and it costs the build time. */
    private static final int MOST_CLASSES = 500;

    private static final DotName INJECT = DotName.createSimple("jakarta.inject.Inject");
    private static final DotName CLASS = DotName.createSimple(Class.class);

    private final ApplicationClasses application;
    private final Clients clients;
    private final ClientNames names;
    private final ChosenBean beans;
    private final Map<String, List<Held>> known = new HashMap<>();

    HeldClients(ApplicationClasses application, Clients clients, ClientNames names, ChosenBean beans) {
        this.application = application;
        this.clients = clients;
        this.names = names;
        this.beans = beans;
    }

    /**
     * @param type the type of a field or parameter
     * @param annotations what stands on it
     * @return the clients that it is or holds
     */
    List<Held> of(Type type, List<AnnotationInstance> annotations) {
        return of(type, annotations, new HashSet<>());
    }

    private List<Held> of(Type type, List<AnnotationInstance> annotations, Set<DotName> seen) {
        if (type.kind() == Type.Kind.ARRAY) {
            return of(type.asArrayType().elementType(), annotations, seen);
        }
        if (type.kind() != Type.Kind.CLASS && type.kind() != Type.Kind.PARAMETERIZED_TYPE || type.name().equals(CLASS)) {
            return List.of();
        }
        Client client = clients.find(type.name(), annotations);
        if (client != null) {
            return List.of(new Held(" (" + type.name() + ")", client, names.of(client, type.name(), annotations)));
        }
        ClassInfo info = application.find(type.name());
        if (info != null) {
            return of(info, annotations, seen);
        }
        List<Held> held = new ArrayList<>();
        if (type.kind() == Type.Kind.PARAMETERIZED_TYPE) {
            // What is looked up, or one of several.
            type.asParameterizedType().arguments().forEach(each -> held.addAll(of(each, annotations, seen)));
        }
        producers(type.name(), held, seen);
        return held;
    }

    /** All of it is known of a class only where the way to it has not come by a part of it already. */
    private List<Held> of(ClassInfo info, List<AnnotationInstance> annotations, Set<DotName> seen) {
        List<ClassInfo> possible = possible(info, annotations);
        String key = info.name() + " " + (possible.size() == 1 ? possible.get(0).name() : "");
        List<Held> held = known.get(key);
        if (held == null) {
            boolean first = seen.isEmpty();
            held = search(info, possible, seen);
            if (first) {
                known.put(key, held);
            }
        }
        return held;
    }

    /** Of several classes, the one that CDI takes. */
    private List<ClassInfo> possible(ClassInfo info, List<AnnotationInstance> annotations) {
        List<ClassInfo> possible = new ArrayList<>(application.below(info));
        if (!possible.isEmpty()) {
            String chosen = beans.of(Type.create(info.name(), Type.Kind.CLASS), annotations);
            for (ClassInfo each : possible) {
                if (each.name().toString().equals(chosen)) {
                    return List.of(each);
                }
            }
            if (info.name().toString().equals(chosen)) {
                possible.clear();
            }
        }
        possible.add(0, info);
        return possible;
    }

    private List<Held> search(ClassInfo info, List<ClassInfo> possible, Set<DotName> seen) {
        List<Held> held = new ArrayList<>();
        String type = " (" + info.name() + ")";
        for (ClassInfo each : possible) {
            if (seen.size() < MOST_CLASSES && seen.add(each.name())) {
                List<Held> own = new ArrayList<>();
                members(each, each == info ? type : type + ", which may be a " + each.name(), own, seen);
                // Of several it may be another one.
                own.forEach(one -> held.add(each == info || possible.size() == 1 ? one : one.unsure()));
            }
        }
        producers(info.name(), held, seen);
        return held;
    }

    /** A producer may ask for what another one makes of the same type, or two for each other's. */
    private void producers(DotName type, List<Held> held, Set<DotName> seen) {
        if (seen.size() >= MOST_CLASSES || !seen.add(DotName.createSimple("producers of " + type))) {
            return;
        }
        for (MethodInfo producer : application.producers(type)) {
            parameters(producer, " (" + type + "), which " + producer.declaringClass().name() + "#" + producer.name()
                    + " makes with its ", Set.of(), held, seen);
        }
    }

    private void members(ClassInfo info, String type, List<Held> held, Set<DotName> seen) {
        Set<DotName> stored = new HashSet<>();
        for (FieldInfo field : info.fields()) {
            stored.add(field.type().name());
            of(field.type(), field.declaredAnnotations(), seen)
                    .forEach(each -> held.add(each.behind(type + ", its field '" + field.name() + "'")));
        }
        for (MethodInfo method : info.methods()) {
            if (method.isConstructor() || method.hasDeclaredAnnotation(INJECT)) {
                parameters(method, type + ", " + (method.isConstructor() ? "its constructor's "
                        : "its " + method.name()
                                + "'s "),
                        stored, held, seen);
            }
        }
        ClassInfo parent = info.superName() == null ? null : application.find(info.superName());
        if (parent != null && seen.add(parent.name())) {
            members(parent, type, held, seen);
        }
    }

    private void parameters(MethodInfo method, String way, Set<DotName> stored, List<Held> held, Set<DotName> seen) {
        for (int i = 0; i < method.parametersCount(); i++) {
            if (stored.contains(method.parameterType(i).name())) {
                continue;
            }
            String name = method.parameterName(i) == null ? "arg" + i : method.parameterName(i);
            of(method.parameterType(i), annotations(method, i), seen)
                    .forEach(each -> held.add(each.behind(way + "parameter '" + name + "'")));
        }
    }

    private static List<AnnotationInstance> annotations(MethodInfo method, int position) {
        return method.annotations().stream()
                .filter(annotation -> annotation.target().kind() == AnnotationTarget.Kind.METHOD_PARAMETER
                        && annotation.target().asMethodParameter().position() == position)
                .toList();
    }
}
