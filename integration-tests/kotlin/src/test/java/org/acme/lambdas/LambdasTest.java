package org.acme.lambdas;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.jboss.jandex.Index;
import org.jboss.jandex.Indexer;
import org.jetbrains.kotlin.cli.common.ExitCode;
import org.jetbrains.kotlin.cli.jvm.K2JVMCompiler;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.quarkiverse.flamingock.deployment.checksum.ChangeChecksum;
import io.quarkiverse.flamingock.deployment.scan.ChangeScanner;
import io.quarkiverse.flamingock.deployment.scan.ClassFiles;

/**
 * Kotlin compiles lambdas to classes or to what Java compiles them to: the checksums of changes are the same.
 */
class LambdasTest {

    private static final Path CHANGES = Path.of("src/main/kotlin/org/acme/stock");
    private static final Path LAMBDAS = Path.of("src/test/resources/Lambdas.kt");

    @TempDir
    Path directory;

    @Test
    void haveOneChecksumWhateverTheyAreCompiledTo() throws IOException {
        Map<String, String> dynamic = checksums(LAMBDAS, "indy");
        assertThat(checksums(LAMBDAS, "class")).hasSize(1).isEqualTo(dynamic);
        assertThat(classes(LAMBDAS, "class")).hasSizeGreaterThan(classes(LAMBDAS, "indy").size() + 7);
    }

    @Test
    void ofTheChangesOfThisApplicationHaveOneToo() throws IOException {
        assertThat(checksums(CHANGES, "class")).hasSize(6).isEqualTo(checksums(CHANGES, "indy"));
    }

    @Test
    void areNoEditWithOtherOptions() throws IOException {
        assertThat(checksums(LAMBDAS, "indy", "-java-parameters", "-Xno-param-assertions",
                "-Xno-call-assertions")).isEqualTo(checksums(LAMBDAS, "indy"));
    }

    @Test
    void areEditedWhereTheySaySomethingElse() throws IOException {
        String source = Files.readString(LAMBDAS);
        Map<String, String> checksums = new TreeMap<>();
        checksums.put(checksums(LAMBDAS, "class").get("lambdas"), "");
        for (String edit : List.of("it.trim()=>it.uppercase()", "INSERT INTO $table=>INSERT INTO x$table", "index)=>index + 1)",
                "factor * other=>factor + other", "done += number=>done -= number", "it > 1=>it >= 1", "it * 2=>it * 3",
                "one.compareTo(other)=>other.compareTo(one)", "calls $calls=>called $calls", "too many=>far too many",
                "text $it=>number $it", "depth > 3=>depth > 4", "yield(1)=>yield(2)", "it.name=>it.toString()",
                "if (number > 3)=>if (number < 3)", "this::helper=>{ it }", "String::length=>String::hashCode")) {
            String[] both = edit.split("=>");
            assertThat(source).contains(both[0]);
            Path file = directory.resolve("Edited.kt");
            Files.writeString(file, source.replace(both[0], both[1]));
            assertThat(checksums.put(checksums(file, "class").get("lambdas"), edit)).as(edit).isNull();
        }
    }

    private Map<String, String> checksums(Path source, String lambdas, String... options) throws IOException {
        Path output = compile(source, lambdas, options);
        Indexer indexer = new Indexer();
        for (Path file : files(output)) {
            try (InputStream stream = Files.newInputStream(file)) {
                indexer.index(stream);
            }
        }
        Index index = indexer.complete();
        Map<String, String> checksums = new TreeMap<>();
        try (URLClassLoader loader = new URLClassLoader(new URL[] { output.toUri().toURL() }, null)) {
            ChangeChecksum checksum = new ChangeChecksum(new ClassFiles(index, loader));
            new ChangeScanner(index, annotation -> false).scan()
                    .forEach(change -> checksums.put(change.id(), checksum.of(change)));
        }
        return checksums;
    }

    private List<Path> classes(Path source, String lambdas) throws IOException {
        return files(compile(source, lambdas));
    }

    private static List<Path> files(Path output) throws IOException {
        try (Stream<Path> files = Files.walk(output)) {
            return files.filter(file -> file.toString().endsWith(".class")).toList();
        }
    }

    private Path compile(Path source, String lambdas, String... options) throws IOException {
        Path output = Files.createTempDirectory(directory, lambdas);
        List<String> all = new ArrayList<>(List.of("-no-stdlib", "-no-reflect", "-nowarn", "-jvm-target", "17", "-Xlambdas="
                + lambdas, "-cp", System.getProperty("java.class.path"), "-d", output.toString(), source.toString()));
        all.addAll(List.of(options));
        assertThat(new K2JVMCompiler().exec(System.err, all.toArray(String[]::new))).isEqualTo(ExitCode.OK);
        return output;
    }
}
