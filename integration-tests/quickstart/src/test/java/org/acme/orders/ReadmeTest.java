package org.acme.orders;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

/**
 * What the README shows is code of this application, and so compiles and runs.
 */
class ReadmeTest {

    private static final Path README = Path.of("..", "..", "README.md");
    private static final Path SOURCES = Path.of("src", "main");

    @Test
    void everyJavaBlockIsInTheSources() throws IOException {
        assertThat(blocks("java")).hasSizeGreaterThanOrEqualTo(2)
                .allSatisfy(block -> assertThat(sources(".java")).contains(block));
    }

    @Test
    void everyPropertyIsInTheConfiguration() throws IOException {
        assertThat(blocks("properties")).isNotEmpty()
                .allSatisfy(block -> assertThat(sources("application.properties")).contains(block));
    }

    private static List<String> blocks(String language) throws IOException {
        return Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL).matcher(Files.readString(README)).results()
                .map(block -> normalised(block.group(1))).toList();
    }

    private static String sources(String ending) throws IOException {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            return files.filter(file -> file.toString().endsWith(ending)).map(ReadmeTest::read)
                    .collect(Collectors.joining(" "));
        }
    }

    private static String read(Path file) {
        try {
            return normalised(Files.readString(file));
        } catch (IOException e) {
            throw new IllegalStateException(file + " cannot be read", e);
        }
    }

    private static String normalised(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }
}
