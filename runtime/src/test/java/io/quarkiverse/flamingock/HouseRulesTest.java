package io.quarkiverse.flamingock;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;

/**
 * The rules of the house, on the compiled classes. Where things are is in {@link RoomsTest}.
 */
class HouseRulesTest {

    private static final Path CLASSES = Path.of("target/classes");
    private static final Path SOURCES = Path.of("src/main/java");
    private static final String BASE = "io.quarkiverse.flamingock";
    private static final List<String> TECHNOLOGIES = List.of("jdbc", "mongodb", "redis", "dynamodb", "kafka");
    private static final int LONGEST_FILE = 250;

    private static final DescribedPredicate<JavaCall<?>> READS_THE_CLOCK_OR_SLEEPS = DescribedPredicate.describe(
            "local wall clock, or sleep", call -> {
                String owner = call.getTargetOwner().getName();
                String method = call.getName();
                return owner.equals(System.class.getName()) && method.equals("currentTimeMillis")
                        || owner.equals(Thread.class.getName()) && method.equals("sleep")
                        || owner.equals(Clock.class.getName()) && method.startsWith("system")
                        || method.equals("now") && Stream.of(Instant.class, LocalDate.class, LocalDateTime.class,
                                OffsetDateTime.class, ZonedDateTime.class).anyMatch(type -> type.getName().equals(owner));
            });

    private static final JavaClasses IMPORTED = new ClassFileImporter().importPath(CLASSES);

    @Test
    void engineAndPipelineArePure() {
        noClasses().that().resideInAnyPackage(BASE + ".runtime.engine..", BASE + ".runtime.pipeline..")
                .should().dependOnClassesThat().resideInAnyPackage("io.quarkus..", "io.smallrye..", "jakarta..", "java.sql..",
                        "javax.sql..", "com.mongodb..", "org.bson..", "org.eclipse.microprofile..")
                .check(IMPORTED);
    }

    @Test
    void technologiesDoNotKnowEachOther() {
        for (String technology : TECHNOLOGIES) {
            String[] others = TECHNOLOGIES.stream().filter(other -> !other.equals(technology))
                    .map(other -> BASE + ".runtime." + other + "..").toArray(String[]::new);
            noClasses().that().resideInAPackage(BASE + ".runtime." + technology + "..")
                    .should().dependOnClassesThat().resideInAnyPackage(others).allowEmptyShould(true).check(IMPORTED);
        }
    }

    @Test
    void nothingButItsPackageKnowsATechnology() {
        for (String technology : TECHNOLOGIES) {
            noClasses().that().resideOutsideOfPackage(BASE + ".runtime." + technology + "..")
                    .should().dependOnClassesThat().resideInAPackage(BASE + ".runtime." + technology + "..").check(IMPORTED);
        }
    }

    @Test
    void namesSayWhatIsInside() {
        for (String ending : List.of("Utils", "Util", "Helper", "Manager", "Impl")) {
            noClasses().should().haveSimpleNameEndingWith(ending).check(IMPORTED);
        }
    }

    @Test
    void nothingIsFoundAtRunTime() {
        noClasses().should().dependOnClassesThat().resideInAPackage("java.lang.reflect..").check(IMPORTED);
        noClasses().should().dependOnClassesThat().areAssignableTo(ServiceLoader.class).check(IMPORTED);
        noClasses().should().callMethodWhere(DescribedPredicate.describe("Class.forName",
                call -> call.getTargetOwner().isEquivalentTo(Class.class) && call.getName().equals("forName")))
                .check(IMPORTED);
    }

    /** Quarkus registers the class around an injected value for reflection. */
    @Test
    void configurationIsReadNotInjected() {
        noClasses().should().dependOnClassesThat().areAssignableTo(ConfigProperty.class).check(IMPORTED);
    }

    @Test
    void timeIsTheStoresOrPassedIn() {
        ArchRule rule = noClasses().should().callMethodWhere(READS_THE_CLOCK_OR_SLEEPS);
        rule.check(IMPORTED);
        assertThat(rule.evaluate(new ClassFileImporter().importClasses(Offender.class)).hasViolation()).isTrue();
    }

    @Test
    void byteCodeFindsNothingAtRunTime() throws IOException {
        List<String> offences = new ArrayList<>();
        try (Stream<Path> files = Files.walk(CLASSES)) {
            for (Path file : files.filter(file -> file.toString().endsWith(".class")).toList()) {
                offences.addAll(offences(file));
            }
        }
        assertThat(offences).isEmpty();
        assertThat(offences(Path.of("target/test-classes").resolve(Offender.class.getName().replace('.', '/') + ".class")))
                .hasSize(3);
    }

    /** What the constant pool names, however it is used. Records, enums and lambdas name none of it. */
    private static List<String> offences(Path file) throws IOException {
        String content = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        return Stream.of("java/lang/reflect", "java/util/ServiceLoader", "forName").filter(content::contains)
                .map(offence -> file + ": " + offence).toList();
    }

    @Test
    void everyPackageSaysWhatItIsFor() throws IOException {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            assertThat(files.filter(file -> file.toString().endsWith(".java")).map(Path::getParent).distinct())
                    .isNotEmpty().allMatch(directory -> Files.exists(directory.resolve("package-info.java")));
        }
    }

    @Test
    void filesStaySmall() throws IOException {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            for (Path file : files.filter(file -> file.toString().endsWith(".java")).toList()) {
                assertThat(Files.readAllLines(file)).as(file.toString()).hasSizeLessThanOrEqualTo(LONGEST_FILE);
            }
        }
    }

    /** What a database says of an error may hold secrets. An error that leaves a call is looked at there. */
    @Test
    void errorsAreLoggedWithoutSecrets() throws IOException {
        Pattern unseen = Pattern.compile("LOG\\.\\w+\\((e,|[^;]*(?<!Redaction\\.of\\()\\be\\.(getMessage|toString)\\()");
        assertThat("LOG.warnf(\"x %s\", e.getMessage());").containsPattern(unseen);
        assertThat("LOG.debugf(e, \"x\");").containsPattern(unseen);
        try (Stream<Path> files = Files.walk(SOURCES)) {
            for (Path file : files.filter(file -> file.toString().endsWith(".java")).toList()) {
                assertThat(Files.readString(file)).as(file.toString()).doesNotContainPattern(unseen);
            }
        }
    }

    /** Breaks the rules, so that the tests are seen to notice. */
    static final class Offender {

        private Offender() {
        }

        static Object offend() throws Exception {
            Thread.sleep(1);
            ServiceLoader.load(Runnable.class);
            return Class.forName("java.lang.String").getMethod("length");
        }
    }
}
