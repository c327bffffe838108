package org.acme.orders;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/**
 * Compiles texts with the libraries of this application, and without its classes.
 */
final class Compilation {

    private static final Pattern TYPE = Pattern.compile("^(?:public )?(?:class|record|interface) (\\w+)", Pattern.MULTILINE);
    private static final List<String> OWN = List.of("target" + File.separator + "classes",
            "target" + File.separator + "test-classes");

    private Compilation() {
    }

    static List<String> errors(List<String> sources, Path target) throws IOException {
        DiagnosticCollector<JavaFileObject> found = new DiagnosticCollector<>();
        Path output = Files.createTempDirectory(target, "compiled");
        ToolProvider.getSystemJavaCompiler().getTask(null, null, found,
                List.of("-proc:none", "-classpath", libraries(), "-d", output.toString()), null,
                sources.stream().map(Compilation::file).toList()).call();
        return found.getDiagnostics().stream().filter(diagnostic -> diagnostic.getKind() == Diagnostic.Kind.ERROR)
                .map(Object::toString).toList();
    }

    private static String libraries() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> OWN.stream().noneMatch(own -> Path.of(entry).equals(Path.of(own).toAbsolutePath())))
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static JavaFileObject file(String source) {
        Matcher type = TYPE.matcher(source);
        if (!type.find()) {
            throw new IllegalArgumentException("No class in " + source);
        }
        return new SimpleJavaFileObject(URI.create("string:///" + type.group(1) + ".java"), JavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                return source;
            }
        };
    }
}
