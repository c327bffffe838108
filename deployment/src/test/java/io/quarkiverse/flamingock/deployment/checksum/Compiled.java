package io.quarkiverse.flamingock.deployment.checksum;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.jboss.jandex.Index;
import org.jboss.jandex.Indexer;

import io.quarkiverse.flamingock.deployment.scan.ChangeScanner;
import io.quarkiverse.flamingock.deployment.scan.ClassFiles;
import io.quarkiverse.flamingock.deployment.scan.ScannedChange;

/** Classes compiled from source in a test, by their internal names. */
record Compiled(Map<String, byte[]> classes) {

    static Compiled of(String source, String... options) {
        return of(source, Compiler.javac(options));
    }

    static Compiled of(String source, Compiler compiler) {
        try {
            Path directory = Files.createTempDirectory("compiled");
            Path file = directory.resolve(publicClass(source) + ".java");
            Files.writeString(file, source);
            compiler.compile(file, Files.createDirectory(directory.resolve("classes")));
            return in(directory.resolve("classes"));
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String publicClass(String source) {
        int at = source.indexOf("\npublic class ");
        return at < 0 ? "Source" : source.substring(at + "\npublic class ".length()).split("\\W", 2)[0];
    }

    private static Compiled in(Path directory) throws IOException {
        Map<String, byte[]> classes = new TreeMap<>();
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path path : files.filter(Files::isRegularFile).toList()) {
                classes.put(directory.relativize(path).toString().replace(".class", "").replace('\\', '/'),
                        Files.readAllBytes(path));
            }
        }
        return new Compiled(classes);
    }

    /** One of the sources that are compared. */
    static String source(String name) {
        try (InputStream stream = Compiled.class.getResourceAsStream("/compared/" + name)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Compiled with(String name, byte[] bytes) {
        Map<String, byte[]> changed = new TreeMap<>(classes);
        changed.put(name, bytes);
        return new Compiled(changed);
    }

    /** The checksum of its only change. */
    String checksum() {
        return checksums().values().iterator().next();
    }

    /** The checksums of all changes, by id. */
    Map<String, String> checksums() {
        Index index = index();
        List<ScannedChange> changes = new ChangeScanner(index, annotation -> false).scan();
        ChangeChecksum checksum = new ChangeChecksum(new ClassFiles(index, loader()));
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
                return bytes == null ? super.getResourceAsStream(name) : new ByteArrayInputStream(bytes);
            }
        };
    }
}
