package io.quarkiverse.flamingock;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.EvaluationResult;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;

/**
 * Where things are, and in which direction they know each other.
 */
class RoomsTest {

    private static final String BASE = "io.quarkiverse.flamingock";

    /** Rooms from the bottom to the top, then what may lie in the hall. */
    static final List<House> HOUSES = List.of(
            new House(BASE + ".runtime.engine", List.of("port", "settings", "text", "environment", "plan", "connect", "issue",
                    "lock", "record", "execute", "prove", "resolve", "apply", "verify"), List.of("Engine")),
            new House(BASE + ".runtime.jdbc", List.of("dialect", "connection", "schema", "guard", "loan", "takeover", "fence",
                    "target", "lock", "store"), List.of("JdbcTechnology")),
            new House(BASE + ".runtime.mongodb",
                    List.of("client", "server", "session", "watch", "lock", "store", "fence", "target"),
                    List.of("MongoTechnology")));

    /** What each package of the API may know of the others. */
    static final List<Api> API = List.of(
            new Api(BASE + ".error", List.of()),
            new Api(BASE + ".result", List.of(BASE + ".Phase", BASE + ".RecoveryStrategy")),
            new Api(BASE + ".spi", List.of(BASE, BASE + ".result", BASE + ".error")),
            new Api(BASE, List.of(BASE + ".result", BASE + ".error", BASE + ".spi")));

    /** The packages of the API are made for each other: the facade answers results, and results name its enums. */
    private static final SliceAssignment PACKAGES = new SliceAssignment() {
        @Override
        public SliceIdentifier getIdentifierOf(JavaClass type) {
            return API.stream().anyMatch(api -> api.packageName().equals(type.getPackageName()))
                    ? SliceIdentifier.of(BASE)
                    : SliceIdentifier.of(type.getPackageName());
        }

        @Override
        public String getDescription() {
            return "packages";
        }
    };
    private static final ArchRule NO_CYCLES = slices().assignedFrom(PACKAGES).should().beFreeOfCycles();

    private static final JavaClasses CLASSES = new ClassFileImporter().importPath(Path.of("target/classes"));
    private static final JavaClasses OFFENDERS = new ClassFileImporter()
            .importPath(Path.of("target/test-classes/io/quarkiverse/flamingock/offenders"));

    @ParameterizedTest
    @FieldSource("HOUSES")
    void aRoomKnowsOnlyThoseBelowIt(House house) {
        house.roomsKnowThoseBelow().check(CLASSES);
    }

    @ParameterizedTest
    @FieldSource("HOUSES")
    void theHallIsNoRoom(House house) {
        house.hallHoldsWhatIsListed().check(CLASSES);
    }

    @Test
    void noPackagesKnowEachOther() {
        NO_CYCLES.check(CLASSES);
    }

    @ParameterizedTest
    @FieldSource("API")
    void theApiKnowsWhatIsDeclared(Api api) {
        api.knowsWhatIsDeclared().check(CLASSES);
    }

    @Test
    void offencesAreNoticed() {
        House house = new House(BASE + ".offenders", List.of("low", "high"), List.of("Listed"));
        assertThat(violations(house.roomsKnowThoseBelow()))
                .anyMatch(text -> text.contains("low knows high") && text.contains("LowKnowsHigh"))
                .anyMatch(text -> text.contains("high knows the hall") && text.contains("HighKnowsLowAndHall"))
                .anyMatch(text -> text.contains("undeclared is no declared room"))
                .noneMatch(text -> text.contains("high knows low"));
        assertThat(violations(house.hallHoldsWhatIsListed())).singleElement().asString().contains("Stray");
        assertThat(violations(NO_CYCLES)).isNotEmpty();
        assertThat(violations(new Api(BASE + ".offenders.undeclared", List.of()).knowsWhatIsDeclared()))
                .singleElement().asString().contains("Listed");
    }

    private static List<String> violations(ArchRule rule) {
        EvaluationResult result = rule.evaluate(OFFENDERS);
        return result.getFailureReport().getDetails();
    }
}
