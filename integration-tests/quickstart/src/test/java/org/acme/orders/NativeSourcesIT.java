package org.acme.orders;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

/**
 * What a native executable needs reflection for: neither a change nor a class of the extension, because the build generates
 * what calls them.
 */
class NativeSourcesIT {

    private static final String REFLECTION = "META-INF/native-image/reflect-config.json";
    private static final Pattern NAME = Pattern.compile("\"name\"\\s*:\\s*\"([^\"]+)\"");
    /** Quarkus registers the config mappings of every extension with their enums. */
    private static final Pattern BY_QUARKUS = Pattern.compile("io\\.quarkiverse\\.flamingock\\."
            + "(runtime\\.config\\..+|runtime\\.engine\\.settings\\.On[A-Z]\\w+|result\\.Resolution)");
    private static final Path CHANGES = Build.TARGET.resolve(Path.of("classes", "org", "acme", "orders", "changes"));

    @Test
    void noChangeAndNothingOfTheExtensionIsReflective() throws IOException {
        List<String> names = reflectiveClasses();

        assertThat(names).hasSizeGreaterThan(50).contains("org.h2.Driver");
        assertThat(names).filteredOn(name -> name.startsWith("io.quarkiverse.flamingock."))
                .allMatch(name -> BY_QUARKUS.matcher(name).matches());
        assertThat(changes()).hasSize(5);
        assertThat(names).noneMatch(name -> name.startsWith("org.acme.orders.changes."));
    }

    private static List<String> changes() throws IOException {
        try (Stream<Path> files = Files.list(CHANGES)) {
            return files.map(file -> file.getFileName().toString()).filter(name -> name.startsWith("_"))
                    .map(name -> "org.acme.orders.changes." + name.replace(".class", "")).toList();
        }
    }

    private static List<String> reflectiveClasses() throws IOException {
        try (JarFile jar = new JarFile(Build.runnerJar(Build.TARGET.resolve("native-sources")).toFile())) {
            byte[] json = jar.getInputStream(jar.getEntry(REFLECTION)).readAllBytes();
            return NAME.matcher(new String(json, StandardCharsets.UTF_8)).results()
                    .map(name -> name.group(1)).toList();
        }
    }
}
