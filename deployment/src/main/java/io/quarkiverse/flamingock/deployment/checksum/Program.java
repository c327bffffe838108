package io.quarkiverse.flamingock.deployment.checksum;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * All that a change's own code reaches: each class and method once, when it is first named.
 */
final class Program {

    private static final int HIDDEN = Opcodes.ACC_PRIVATE | Opcodes.ACC_STATIC | Opcodes.ACC_SYNTHETIC | Opcodes.ACC_BRIDGE;

    private static final String CONSTRUCTOR = "<init>";

    final OwnCode own;
    final Names names;
    /** The methods that are called for what they are, whatever their names. */
    private final Set<String> roles;
    private final Map<String, Context> contexts = new HashMap<>();
    private final Map<Node, Context> selves = new HashMap<>();
    private final Deque<Runnable> open = new ArrayDeque<>();

    /**
     * @param own where code is
     * @param roles the methods that are called for what they are, whatever their names: owner, name and descriptor
     */
    Program(OwnCode own, Set<String> roles) {
        this.own = own;
        this.names = new Names(own::has);
        this.roles = roles;
    }

    /** Looks at everything that was named meanwhile. */
    void complete() {
        while (!open.isEmpty()) {
            open.pop().run();
        }
    }

    /** A class that captures nothing, or is not looked at where it is made. */
    Context context(ClassNode type) {
        Context context = contexts.get(type.name);
        if (context == null) {
            context = new Context(type, null);
            contexts.put(type.name, context);
            selves.put(context.self, context);
            look(context);
        }
        return context;
    }

    /** A class as it is made in one place. */
    Context capturing(ClassNode type, Map<String, Node> captured, Context within) {
        Context context = new Context(type, within);
        context.captured.putAll(captured);
        selves.put(context.self, context);
        return context;
    }

    /** A class whose own code makes one more instance of it; null where that is not so. */
    static Context again(ClassNode type, Context within) {
        Context around = within;
        while (around != null && around.type != type) {
            around = around.within;
        }
        return around;
    }

    /** Remembers whose instance a value is. */
    void know(Node value, Context context) {
        selves.put(value.resolved(), context);
    }

    /** Whose instance a value is; null where it is none that is known here. */
    Context contextOf(Node value) {
        return selves.get(value);
    }

    /** The node of a class, if it is own code; null otherwise. */
    Node type(String name) {
        ClassNode type = own.find(name);
        return type == null ? null : context(type).node;
    }

    /** What the class is, apart from what its users name: what it inherits, and what others may call. */
    void look(Context context) {
        ClassNode type = context.type;
        List<String> supertypes = new ArrayList<>();
        supertypes.add(type.superName);
        supertypes.addAll(type.interfaces);
        StringBuilder label = new StringBuilder("class");
        supertypes.forEach(each -> label.append(' ').append(names.of(each)));
        if (type.recordComponents != null) {
            type.recordComponents
                    .forEach(each -> label.append(' ').append(each.name).append(names.descriptor(each.descriptor)));
        }
        context.node.label = label.toString();
        for (String supertype : supertypes) {
            Node node = type(supertype);
            if (node != null) {
                context.node.edges.add(node);
            }
        }
        Node initializer = initializer(context);
        if (initializer != null) {
            context.node.edges.add(initializer);
        }
        type.methods.stream().filter(method -> (method.access & HIDDEN) == 0)
                .filter(method -> !method.name.startsWith("<")
                        || method.name.equals(CONSTRUCTOR) && !Context.isWithinCode(type))
                .filter(method -> !roles.contains(type.name + "." + method.name + method.desc))
                .sorted(Comparator.comparing((MethodNode method) -> method.name)
                        .thenComparing(method -> names.descriptor(method.desc)))
                .forEach(method -> {
                    Node named = Node.pure("member " + method.name + names.descriptor(method.desc), 1);
                    named.edges.add(method(context, new OwnCode.Found(type, method)));
                    context.node.edges.add(named);
                });
    }

    /** The code of a class's start; null where there is none. */
    Node initializer(Context context) {
        return context.type.methods.stream().filter(method -> method.name.equals("<clinit>")).findFirst()
                .map(method -> method(context, new OwnCode.Found(context.type, method))).orElse(null);
    }

    /** The node of a method. */
    Node method(Context context, OwnCode.Found found) {
        Context its = found.type() == context.type ? context : context(found.type());
        MethodNode method = found.method();
        Node known = its.methods.get(method.name + method.desc);
        if (known != null) {
            return known;
        }
        Node node = Node.pure("method", 1);
        its.methods.put(method.name + method.desc, node);
        if ((method.access & (Opcodes.ACC_ABSTRACT | Opcodes.ACC_NATIVE)) != 0) {
            node.label = "abstract " + method.name + names.descriptor(method.desc);
            return node;
        }
        if ((method.access & Opcodes.ACC_SYNCHRONIZED) != 0) {
            node.label = "synchronized method";
        }
        List<Node> parameters = new ArrayList<>();
        if ((method.access & Opcodes.ACC_STATIC) == 0) {
            parameters.add(its.self);
        }
        boolean constructor = method.name.equals(CONSTRUCTOR);
        Map<Integer, String> captures = constructor ? Context.captures(found.type(), method) : Map.of();
        Type[] types = Type.getArgumentTypes(method.desc);
        int visible = 0;
        for (int i = 0; i < types.length; i++) {
            String field = captures.get(i);
            Node bound = constructor && !its.arguments.isEmpty() ? its.arguments.get(i)
                    : field == null || Context.isOuter(field) ? null : its.captured.get(field);
            parameters.add(bound != null ? bound : parameter(node, visible++, types[i]));
        }
        look(its, found, parameters, node);
        return node;
    }

    /** Looks at a body where its parameters are known. */
    void look(Context context, OwnCode.Found found, List<Node> parameters, Node node) {
        open.push(() -> new Body(this, context, found, node).build(parameters));
    }

    static Node parameter(Node of, int number, Type type) {
        Node parameter = Node.pure("parameter " + number, type.getSize());
        parameter.edges.add(of);
        return parameter;
    }
}
