package io.quarkiverse.flamingock.deployment.scan;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.Index;
import org.jboss.jandex.IndexView;

/**
 * Classes of the application, of its libraries and of the JDK, read as bytes: nothing of the application is loaded.
 */
public final class ClassFiles {

    private final IndexView index;
    private final ClassLoader loader;
    /** Build steps run in parallel. */
    private final Map<DotName, Optional<ClassInfo>> read = new ConcurrentHashMap<>();

    /**
     * @param index what is known already
     * @param loader where to find the rest
     */
    public ClassFiles(IndexView index, ClassLoader loader) {
        this.index = index;
        this.loader = loader;
    }

    /**
     * @param index what is known already
     * @return class files as the running build sees them
     */
    public static ClassFiles ofBuild(IndexView index) {
        return new ClassFiles(index, Thread.currentThread().getContextClassLoader());
    }

    /**
     * @param name the name of a class
     * @return the class, from the index or else from its file; null where there is none
     */
    public ClassInfo find(DotName name) {
        ClassInfo indexed = index.getClassByName(name);
        return indexed != null ? indexed : read.computeIfAbsent(name, this::read).orElse(null);
    }

    private Optional<ClassInfo> read(DotName name) {
        byte[] bytes = bytes(name.toString());
        try {
            return bytes == null ? Optional.empty() : Optional.of(Index.singleClass(bytes));
        } catch (IOException e) {
            throw new UncheckedIOException("The class file of " + name + " can't be read", e);
        }
    }

    /**
     * @param className the name of a class
     * @return its class file; null where there is none
     */
    public byte[] bytes(String className) {
        try (InputStream stream = loader.getResourceAsStream(className.replace('.', '/') + ".class")) {
            return stream == null ? null : stream.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("The class file of " + className + " can't be read", e);
        }
    }
}
