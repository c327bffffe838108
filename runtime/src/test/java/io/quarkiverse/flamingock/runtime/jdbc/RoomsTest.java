package io.quarkiverse.flamingock.runtime.jdbc;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;

import io.quarkiverse.flamingock.runtime.jdbc.dialect.Dialect;
import io.quarkiverse.flamingock.runtime.jdbc.dialect.Dialects;

/**
 * The rooms of relational databases, and which of the lower ones each may know.
 */
class RoomsTest {

    private static final String HERE = "io.quarkiverse.flamingock.runtime.jdbc";

    /** From the lowest to the highest. */
    private static final Map<String, List<String>> ROOMS = new LinkedHashMap<>();

    static {
        ROOMS.put("dialect", List.of());
        ROOMS.put("connection", List.of("dialect"));
        ROOMS.put("schema", List.of("connection", "dialect"));
        ROOMS.put("guard", List.of("dialect"));
        ROOMS.put("loan", List.of("connection", "dialect"));
        ROOMS.put("takeover", List.of("schema", "connection", "dialect"));
        ROOMS.put("fence", List.of("takeover", "schema", "connection", "dialect"));
        ROOMS.put("target", List.of("fence", "loan", "guard", "schema", "connection", "dialect"));
        ROOMS.put("lock", List.of("connection", "dialect"));
        ROOMS.put("store", List.of("lock", "schema", "connection", "dialect"));
    }

    private final JavaClasses classes = new ClassFileImporter().importPath(Path.of("target/classes"));

    @Test
    void eachKnowsLowerOnesOnly() {
        List<String> lower = new ArrayList<>();
        ROOMS.forEach((room, known) -> {
            assertThat(lower).containsAll(known);
            String[] others = ROOMS.keySet().stream().filter(other -> !other.equals(room) && !known.contains(other))
                    .map(other -> HERE + "." + other + "..").toArray(String[]::new);
            noClasses().that().resideInAPackage(HERE + "." + room + "..")
                    .should().dependOnClassesThat().resideInAnyPackage(others)
                    .orShould().dependOnClassesThat().resideInAPackage(HERE).check(classes);
            lower.add(room);
        });
    }

    @Test
    void noneIsLeftOut() {
        assertThat(classes.getPackage(HERE).getSubpackages()).extracting(room -> room.getRelativeName())
                .containsExactlyInAnyOrderElementsOf(ROOMS.keySet());
        assertThat(classes.getPackage(HERE).getClasses()).extracting(JavaClass::getSimpleName)
                .containsExactlyInAnyOrder("JdbcTechnology", "package-info");
    }

    @Test
    void nobodyNamesADialectButWhoChooses() {
        noClasses().that().areNotAssignableTo(Dialects.class).and().areNotAssignableTo(Dialect.class)
                .or().areInterfaces().should().dependOnClassesThat(new DialectOfADatabase()).check(classes);
        classes().that(new DialectOfADatabase()).should().bePackagePrivate().check(classes);
    }

    /** One of a product, not what all have in common. */
    private static final class DialectOfADatabase extends DescribedPredicate<JavaClass> {

        DialectOfADatabase() {
            super("the dialect of a database");
        }

        @Override
        public boolean test(JavaClass type) {
            return type.isAssignableTo(Dialect.class) && !type.isInterface();
        }
    }
}
