package io.quarkiverse.flamingock.runtime.mongodb;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;

import io.quarkiverse.flamingock.runtime.mongodb.server.Server;

/**
 * The rooms of MongoDB know only those that are below them.
 */
class RoomsTest {

    private static final String BASE = "io.quarkiverse.flamingock.runtime.mongodb";

    /** From the bottom to the top: each room, and those that it may know. */
    private static final Map<String, List<String>> ROOMS = new LinkedHashMap<>();
    static {
        ROOMS.put("client", List.of());
        ROOMS.put("server", List.of());
        ROOMS.put("session", List.of());
        ROOMS.put("watch", List.of("session"));
        ROOMS.put("lock", List.of("server"));
        ROOMS.put("store", List.of("server", "lock"));
        ROOMS.put("fence", List.of("server"));
        ROOMS.put("target", List.of("server", "session", "watch", "fence"));
    }

    private final JavaClasses classes = new ClassFileImporter().importPath(
            Path.of("target/classes", BASE.replace('.', '/')));

    @Test
    void everyRoomIsDeclared() {
        assertThat(classes.getPackage(BASE).getSubpackages()).extracting(JavaPackage::getRelativeName)
                .containsExactlyInAnyOrderElementsOf(ROOMS.keySet());
    }

    @Test
    void aRoomKnowsOnlyWhatIsBelow() {
        ROOMS.forEach((room, below) -> {
            String[] known = Stream.concat(Stream.of(room), below.stream()).map(each -> BASE + "." + each)
                    .toArray(String[]::new);
            noClasses().that().resideInAPackage(known[0]).should()
                    .dependOnClassesThat(resideInAPackage(BASE + "..").and(resideOutsideOfPackages(known))).check(classes);
        });
    }

    /** The application's client has the application's time-out, and its concerns. */
    @Test
    void nobodyTakesTheClientForOperationsOfTheExtension() {
        noClasses().that().resideInAnyPackage(BASE + ".lock", BASE + ".store", BASE + ".fence").should()
                .callMethod(Server.class, "client").check(classes);
    }

    @Test
    void nothingIsAboveTheRoomsButWhatTiesThemTogether() {
        assertThat(classes.getPackage(BASE).getClasses()).extracting(JavaClass::getSimpleName)
                .filteredOn(name -> !name.equals("package-info")).containsExactly("MongoTechnology");
    }
}
