package io.quarkiverse.flamingock.deployment.checksum;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;

import org.eclipse.jdt.internal.compiler.tool.EclipseCompiler;
import org.jboss.logging.Logger;

import io.quarkiverse.flamingock.Change;

/**
 * A compiler and its options.
 *
 * @param name what a test calls it
 * @param java the JDK that it needs; 0 where that of this test does
 * @param ecj whether it is Eclipse's
 * @param options its options
 */
record Compiler(String name, int java, boolean ecj, List<String> options) {

    private static final List<Path> PLACES = List.of(Path.of("/usr/lib/jvm"), Path.of(System.getProperty("user.home"), ".jdks"),
            Path.of(System.getProperty("user.home"), ".sdkman/candidates/java"), Path.of("/opt"));

    static Compiler javac(String... options) {
        return new Compiler("javac " + String.join(" ", options), 0, false, List.of(options));
    }

    static Compiler javac(int java, String... options) {
        return new Compiler("javac " + java + " " + String.join(" ", options), java, false, List.of(options));
    }

    static Compiler ecj(String... options) {
        return new Compiler("ecj " + String.join(" ", options), 0, true, List.of(options));
    }

    /** Eclipse's compiler, for a release of which the classes are those of another JDK. */
    static Compiler ecjOn(int java, String release, String... options) {
        List<String> all = new ArrayList<>(List.of("-source", release, "-target", release));
        all.addAll(List.of(options));
        return new Compiler("ecj " + release, java, true, all);
    }

    static String classPath() {
        return String.join(File.pathSeparator, location(Change.class), location(Logger.class));
    }

    private static String location(Class<?> type) {
        return type.getProtectionDomain().getCodeSource().getLocation().getPath();
    }

    /** Compiles a file of this source into a directory; leaves the test out where there is no such compiler. */
    void compile(Path file, Path output) throws IOException, InterruptedException {
        List<String> all = new ArrayList<>(
                List.of("-d", output.toString(), "-proc:none", "-nowarn", "-classpath", classPath()));
        all.addAll(options);
        Path home = java == 0 ? null : home();
        if (ecj && home != null) {
            all.addAll(List.of("--system", home.toString()));
        }
        if (ecj || home == null) {
            JavaCompiler compiler = ecj ? new EclipseCompiler() : ToolProvider.getSystemJavaCompiler();
            boolean compiled = compiler.getTask(null, null, null, all, null,
                    compiler.getStandardFileManager(null, null, null).getJavaFileObjects(file)).call();
            if (!compiled) {
                throw new IllegalArgumentException(name + " does not compile " + Files.readString(file));
            }
            return;
        }
        all.add(0, home.resolve("bin/javac").toString());
        all.add(file.toString());
        Process process = new ProcessBuilder(all).inheritIO().start();
        if (process.waitFor() != 0) {
            throw new IllegalArgumentException(name + " does not compile " + file);
        }
    }

    private Path home() {
        Path home = Stream
                .concat(Map.copyOf(System.getenv()).entrySet().stream().filter(each -> each.getKey().startsWith("JAVA"))
                        .map(each -> Path.of(each.getValue())), PLACES.stream().flatMap(Compiler::children))
                .filter(this::isOfVersion).findFirst().orElse(null);
        assumeTrue(home != null, () -> "There is no JDK " + java + " in JAVA_HOME, JAVA" + java + "_HOME or any of " + PLACES
                + ", so " + name + " can't be compared here");
        return home;
    }

    private static Stream<Path> children(Path directory) {
        try (Stream<Path> children = Files.isDirectory(directory) ? Files.list(directory) : Stream.empty()) {
            return children.sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean isOfVersion(Path home) {
        try {
            return Files.exists(home.resolve("release")) && Files.exists(home.resolve("bin/javac"))
                    && Files.readString(home.resolve("release")).contains("JAVA_VERSION=\"" + java);
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
