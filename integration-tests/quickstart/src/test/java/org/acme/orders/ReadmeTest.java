package org.acme.orders;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

/**
 * What the README shows is what this application is made of, whole files with their imports, and so compiles and runs.
 */
class ReadmeTest {

    private static final Path README = Path.of("..", "..", "README.md");
    private static final Path SOURCES = Path.of("src", "main", "java");
    private static final Path CONFIGURATION = Path.of("src", "main", "resources", "application.properties");
    private static final Pattern TAG = Pattern.compile("\\s*(//|#) (tag|end)::\\w+\\[]");

    @Test
    void everyJavaBlockIsASourceFile() throws IOException {
        List<String> sources;
        try (Stream<Path> files = Files.walk(SOURCES)) {
            sources = files.filter(file -> file.toString().endsWith(".java")).map(ReadmeTest::read).toList();
        }
        assertThat(blocks("java")).hasSizeGreaterThanOrEqualTo(3)
                .allSatisfy(block -> assertThat(sources.contains(block)).as("is a file: %s", block).isTrue());
    }

    @Test
    void theJavaBlocksCompileWithNothingElse() throws IOException {
        assertThat(Compilation.errors(blocks("java"), Path.of("target"))).isEmpty();
    }

    @Test
    void everyPropertyIsInTheConfiguration() throws IOException {
        assertThat(blocks("properties")).isNotEmpty()
                .allSatisfy(block -> assertThat(read(CONFIGURATION)).contains(block));
    }

    @Test
    void everyDependencyIsOneOfThisApplication() throws IOException {
        String pom = Files.readString(Path.of("pom.xml"));
        assertThat(blocks("xml")).singleElement().asString().satisfies(block -> {
            List<String> artifacts = all("<artifactId>.*?</artifactId>", block);
            assertThat(artifacts).isNotEmpty().isSubsetOf(all("<artifactId>.*?</artifactId>", pom));
        });
    }

    @Test
    void everyCommandForThisApplicationIsRun() throws IOException {
        List<String> run = Stream.of("start.sh", "mail-server-down.sh", "fix.sh").map(Shown::command).toList();
        assertThat(blocks("shell")).map(block -> String.join(" ", block.replace("\\\n", " ").split("\\s+")))
                .filteredOn(command -> command.contains(Shown.JAR)).containsExactlyElementsOf(run);
    }

    @Test
    void theLogIsThatOfThisApplication() throws IOException {
        String version = quarkusVersion();
        assertThat(blocks("")).singleElement().asString().satisfies(block -> {
            List<String> lines = Arrays.stream(block.split("\n")).map(Shown::comparable).toList();
            assertThat(lines.subList(0, lines.size() - 1)).isEqualTo(Shown.log("first-start.log"));
            assertThat(lines.get(lines.size() - 1)).contains("(powered by Quarkus " + version + ") started in ");
        });
        assertThat(Files.readString(README)).contains("nothing pending, 5 changes are up to date",
                "Quarkus " + version + " (LTS)");
    }

    private static String quarkusVersion() throws IOException {
        Matcher version = Pattern.compile("<quarkus.version>(.*)</quarkus.version>")
                .matcher(Files.readString(Path.of("..", "..", "pom.xml")));
        assertThat(version.find()).isTrue();
        return version.group(1);
    }

    private static List<String> blocks(String language) throws IOException {
        return Pattern.compile("^```(\\w*)\n(.*?)^```\n", Pattern.DOTALL | Pattern.MULTILINE)
                .matcher(Files.readString(README)).results()
                .filter(block -> block.group(1).equals(language)).map(block -> block.group(2).strip()).toList();
    }

    private static List<String> all(String pattern, String text) {
        return Pattern.compile(pattern).matcher(text).results().map(found -> found.group()).toList();
    }

    /** A file without the tags by which the documentation includes parts of it. */
    private static String read(Path file) {
        try (Stream<String> lines = Files.lines(file)) {
            return String.join("\n", lines.filter(line -> !TAG.matcher(line).matches()).toList()).strip();
        } catch (IOException e) {
            throw new IllegalStateException(file + " cannot be read", e);
        }
    }
}
