package org.acme.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;

/**
 * Every test that the documentation names is there.
 */
class NamedTestsTest {

    private static final Path ROOT = Path.of("..", "..");
    private static final Path PAGE = ROOT
            .resolve(Path.of("docs", "modules", "ROOT", "pages", "reference", "in-your-application.adoc"));
    private static final Pattern NAME = Pattern.compile("`([A-Z]\\w+(?:Test|IT|Contract))`");

    @Test
    void areThere() throws IOException {
        Set<String> named = new TreeSet<>();
        Matcher matcher = NAME.matcher(Files.readString(PAGE));
        while (matcher.find()) {
            named.add(matcher.group(1) + ".java");
        }
        assertThat(named).hasSizeGreaterThan(20);
        assertThat(sources()).containsAll(named);
    }

    private static Set<String> sources() throws IOException {
        Set<String> names = new HashSet<>();
        for (String module : new String[] { "runtime", "deployment", "test", "integration-tests" }) {
            Files.walkFileTree(ROOT.resolve(module), new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                    // that of a build, not the package of the same name
                    return Files.exists(folder.resolveSibling("pom.xml")) && folder.endsWith("target")
                            ? FileVisitResult.SKIP_SUBTREE
                            : FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    names.add(file.getFileName().toString());
                    return FileVisitResult.CONTINUE;
                }
            });
        }
        return names;
    }
}
