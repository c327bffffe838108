package io.quarkiverse.flamingock.deployment.generate;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.Index;
import org.jboss.jandex.Indexer;

import io.quarkiverse.flamingock.Change;
import io.quarkiverse.flamingock.deployment.scan.ChangeScanner;
import io.quarkiverse.flamingock.deployment.scan.ClassFiles;
import io.quarkiverse.flamingock.deployment.scan.ScannedChange;

/** Classes compiled from source in a test. */
record Compiled(Map<String, byte[]> classes) {

    static Compiled of(String source, String... options) {
        try {
            Path output = Files.createTempDirectory("compiled");
            List<String> all = new ArrayList<>(List.of("-d", output.toString(), "-proc:none", "-classpath",
                    Change.class.getProtectionDomain().getCodeSource().getLocation().getPath()));
            all.addAll(List.of(options));
            JavaFileObject file = new SimpleJavaFileObject(URI.create("string:///Source.java"), JavaFileObject.Kind.SOURCE) {
                @Override
                public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                    return source;
                }
            };
            if (!ToolProvider.getSystemJavaCompiler().getTask(null, null, null, all, null, List.of(file)).call()) {
                throw new IllegalArgumentException("Does not compile: " + source);
            }
            Map<String, byte[]> classes = new TreeMap<>();
            try (Stream<Path> files = Files.walk(output)) {
                for (Path path : files.filter(Files::isRegularFile).toList()) {
                    classes.put(path.getFileName().toString().replace(".class", ""), Files.readAllBytes(path));
                }
            }
            return new Compiled(classes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Compiled with(String name, byte[] bytes) {
        Map<String, byte[]> changed = new TreeMap<>(classes);
        changed.put(name, bytes);
        return new Compiled(changed);
    }

    /** The checksums of all changes, by id. */
    Map<String, String> checksums() {
        Index index = index();
        List<ScannedChange> changes = new ChangeScanner(index, annotation -> false).scan();
        ChangeChecksum checksum = new ChangeChecksum(new ClassFiles(index, loader()),
                index.getKnownClasses().stream().map(ClassInfo::name).map(Object::toString).toList(),
                changes.stream().map(ScannedChange::className).toList());
        Map<String, String> checksums = new TreeMap<>();
        changes.forEach(change -> checksums.put(change.id(), checksum.of(change)));
        return checksums;
    }

    private Index index() {
        Indexer indexer = new Indexer();
        classes.values().forEach(bytes -> {
            try (InputStream stream = new ByteArrayInputStream(bytes)) {
                indexer.index(stream);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        return indexer.complete();
    }

    private ClassLoader loader() {
        return new ClassLoader(null) {
            @Override
            public InputStream getResourceAsStream(String name) {
                byte[] bytes = classes.get(name.replace(".class", ""));
                return bytes == null ? null : new ByteArrayInputStream(bytes);
            }
        };
    }
}
