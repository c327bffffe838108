package io.quarkiverse.flamingock.deployment.outside;

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
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

import org.jboss.jandex.Index;
import org.jboss.jandex.Indexer;

import io.quarkiverse.flamingock.deployment.scan.ClassFiles;

/**
 * Classes compiled from sources of a test. A class of a library that is not there is left to the test, which writes one of the
 * same name that belongs to no class path but its own.
 */
record Sources(Map<String, byte[]> classes) {

    private static final Pattern PUBLIC = Pattern.compile("public (?:class|interface|@interface) (\\w+)");

    static Sources of(List<String> sources) {
        try {
            Path output = Files.createTempDirectory("sources");
            List<String> options = List.of("-d", output.toString(), "-proc:none", "-parameters", "-classpath",
                    System.getProperty("java.class.path"));
            if (!ToolProvider.getSystemJavaCompiler().getTask(null, null, null, options, null, files(sources)).call()) {
                throw new IllegalArgumentException("Does not compile: " + sources);
            }
            Map<String, byte[]> classes = new TreeMap<>();
            try (Stream<Path> files = Files.walk(output)) {
                for (Path path : files.filter(Files::isRegularFile).toList()) {
                    classes.put(output.relativize(path).toString(), Files.readAllBytes(path));
                }
            }
            return new Sources(classes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<JavaFileObject> files(List<String> sources) {
        List<JavaFileObject> files = new ArrayList<>();
        for (String source : sources) {
            // The name of a public type must be that of its file.
            Matcher named = PUBLIC.matcher(source);
            String name = named.find() ? named.group(1) : "Source" + files.size();
            files.add(new SimpleJavaFileObject(
                    URI.create("string:///" + name + ".java"),
                    JavaFileObject.Kind.SOURCE) {
                @Override
                public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                    return source;
                }
            });
        }
        return files;
    }

    /** Of what is in a package. */
    Index index(String prefix) {
        Indexer indexer = new Indexer();
        classes.forEach((name, bytes) -> {
            if (name.startsWith(prefix)) {
                try {
                    indexer.index(new ByteArrayInputStream(bytes));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        });
        return indexer.complete();
    }

    ClassFiles classFiles(Index index) {
        return new ClassFiles(index, new ClassLoader(Sources.class.getClassLoader()) {
            @Override
            public InputStream getResourceAsStream(String name) {
                byte[] bytes = classes.get(name);
                return bytes == null ? super.getResourceAsStream(name) : new ByteArrayInputStream(bytes);
            }
        });
    }
}
