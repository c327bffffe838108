package io.quarkiverse.flamingock.deployment.checksum;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.objectweb.asm.ClassReader;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodNode;

import io.quarkiverse.flamingock.deployment.scan.ClassFiles;

/**
 * The classes whose code is a change's own: its source file, and those of its superclasses and interfaces that are not the
 * platform's.
 */
final class OwnCode {

    private static final List<String> PLATFORM = List.of("java/", "javax/", "jakarta/", "kotlin/", "groovy/", "org/codehaus/",
            "org/apache/groovy/");
    /** Top-level functions of Kotlin are compiled into a class of the file. */
    private static final String KOTLIN_FILE = "Kt";

    /** A method, and the class that declares it. */
    record Found(ClassNode type, MethodNode method) {
    }

    private final ClassFiles files;
    private final Map<String, ClassNode> read = new HashMap<>();
    private final Set<String> outermost = new HashSet<>();

    OwnCode(ClassFiles files, String change) {
        this.files = files;
        add(change);
    }

    private void add(String name) {
        if (name == null || PLATFORM.stream().anyMatch(name::startsWith)) {
            return;
        }
        ClassNode type = read(name);
        if (type == null) {
            return;
        }
        outermost.add(outermost(name));
        add(type.superName);
        type.interfaces.forEach(this::add);
    }

    private static String outermost(String name) {
        int dollar = name.indexOf('$', name.lastIndexOf('/') + 2);
        String top = dollar < 0 ? name : name.substring(0, dollar);
        return top.endsWith(KOTLIN_FILE) ? top.substring(0, top.length() - KOTLIN_FILE.length()) : top;
    }

    /** Is the code of a class the change's own? */
    boolean has(String name) {
        return name.charAt(0) != '[' && outermost.contains(outermost(name)) && read(name) != null;
    }

    /** One of them; null where there is no such class. */
    ClassNode find(String name) {
        return has(name) ? read(name) : null;
    }

    /** Any class, of the change or not; null where it can't be found. */
    ClassNode read(String name) {
        return read.computeIfAbsent(name, key -> {
            byte[] bytes = files.bytes(key.replace('/', '.'));
            if (bytes == null) {
                return null;
            }
            ClassNode type = new ClassNode();
            new ClassReader(bytes).accept(type, ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
            return type;
        });
    }

    /** The method that a call of own code means; null where it is not in own code. */
    Found resolve(String owner, String name, String descriptor) {
        ClassNode type = find(owner);
        if (type == null) {
            return null;
        }
        for (MethodNode method : type.methods) {
            if (method.name.equals(name) && method.desc.equals(descriptor)) {
                return new Found(type, method);
            }
        }
        Found found = type.superName == null ? null : resolve(type.superName, name, descriptor);
        for (String each : type.interfaces) {
            found = found == null ? resolve(each, name, descriptor) : found;
        }
        return found;
    }
}
