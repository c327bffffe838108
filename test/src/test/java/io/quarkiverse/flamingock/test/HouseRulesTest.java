package io.quarkiverse.flamingock.test;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;

import io.quarkiverse.flamingock.runtime.pipeline.Pipeline;

/**
 * The rules of the house, for what integrators get: it knows the public API, and nothing that is not promised to stay.
 */
class HouseRulesTest {

    private static final Path SOURCES = Path.of("src/main/java");
    private static final String BASE = "io.quarkiverse.flamingock";
    private static final ArchRule KNOWS_THE_API = classes().should().onlyDependOnClassesThat().resideInAnyPackage("java..",
            "org.junit.jupiter.api..", "org.assertj..", BASE, BASE + ".result", BASE + ".error", BASE + ".spi",
            BASE + ".test.contract", BASE + ".test.memory");
    private static final ArchRule SUITES_KNOW_NO_IMPLEMENTATION = classes().that().resideInAPackage(BASE + ".test.contract")
            .should().onlyDependOnClassesThat().resideOutsideOfPackage(BASE + ".test.memory");

    @Test
    void knowsThePublicApiOnly() {
        KNOWS_THE_API.check(new ClassFileImporter().importPath(Path.of("target/classes")));
        assertThat(KNOWS_THE_API.evaluate(new ClassFileImporter().importClasses(Offender.class)).hasViolation()).isTrue();
    }

    @Test
    void theSuitesKnowNoImplementation() {
        SUITES_KNOW_NO_IMPLEMENTATION.check(new ClassFileImporter().importPath(Path.of("target/classes")));
    }

    @Test
    void everyPackageSaysWhatItIsForAndFilesStaySmall() throws IOException {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            for (Path file : files.filter(file -> file.toString().endsWith(".java")).toList()) {
                assertThat(file.resolveSibling("package-info.java")).exists();
                assertThat(Files.readAllLines(file)).as(file.toString()).hasSizeLessThanOrEqualTo(250);
            }
        }
    }

    /** Breaks the rule, so that the test is seen to notice. */
    private record Offender(Pipeline pipeline) {
    }
}
