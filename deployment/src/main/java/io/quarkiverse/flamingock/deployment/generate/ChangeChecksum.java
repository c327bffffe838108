package io.quarkiverse.flamingock.deployment.generate;

import java.util.Collection;
import java.util.NavigableSet;
import java.util.SortedSet;
import java.util.TreeSet;

import io.quarkiverse.flamingock.deployment.scan.ClassFiles;
import io.quarkiverse.flamingock.deployment.scan.ScannedChange;
import io.quarkiverse.flamingock.deployment.scan.ScannedMethod;

/**
 * The checksum of a change's code: of its class, of a superclass that declares its methods, and of the classes nested in
 * them, unless they are changes themselves. It stays the same when the code is compiled with other debug options.
 */
public final class ChangeChecksum {

    private final ClassFiles classFiles;
    private final NavigableSet<String> classes;
    private final SortedSet<String> changes;

    /**
     * @param classFiles where to read classes
     * @param classes the names of all classes of the application
     * @param changes the names of those that are changes
     */
    public ChangeChecksum(ClassFiles classFiles, Collection<String> classes, Collection<String> changes) {
        this.classFiles = classFiles;
        this.classes = new TreeSet<>(classes);
        this.changes = new TreeSet<>(changes);
    }

    /**
     * @param change a change
     * @return its checksum, as hexadecimal digits
     */
    public String of(ScannedChange change) {
        SortedSet<String> parts = new TreeSet<>();
        addWithNested(change.className(), parts);
        change.methods().forEach(method -> addWithNested(declaringClass(method), parts));
        Sha256 hash = new Sha256();
        for (String part : parts) {
            byte[] classFile = classFiles.bytes(part);
            if (classFile == null) {
                throw new IllegalStateException("The class file of " + part + ", which is part of change "
                        + change.className() + ", is in the index of the application but can't be found. Build it again.");
            }
            hash.add(part).add(BehaviourOnly.of(classFile));
        }
        return hash.hex();
    }

    private static String declaringClass(ScannedMethod method) {
        return method.info().declaringClass().name().toString();
    }

    private void addWithNested(String name, SortedSet<String> parts) {
        parts.add(name);
        String prefix = name + "$";
        for (String nested : classes.tailSet(prefix)) {
            if (!nested.startsWith(prefix)) {
                return;
            }
            if (!isOfAnotherChange(nested, name)) {
                parts.add(nested);
            }
        }
    }

    /** A change that is nested in this one, or a class that is nested in it. */
    private boolean isOfAnotherChange(String nested, String name) {
        for (int end = nested.length(); end > name.length(); end = nested.lastIndexOf('$', end - 1)) {
            if (changes.contains(nested.substring(0, end))) {
                return true;
            }
        }
        return false;
    }
}
