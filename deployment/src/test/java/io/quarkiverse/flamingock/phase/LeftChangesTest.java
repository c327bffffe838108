package io.quarkiverse.flamingock.phase;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

import jakarta.enterprise.event.Observes;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

import io.quarkiverse.flamingock.Apply;
import io.quarkiverse.flamingock.Change;
import io.quarkiverse.flamingock.Phase;
import io.quarkus.builder.Version;
import io.quarkus.maven.dependency.Dependency;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.ProdBuildResults;
import io.quarkus.test.ProdModeTestResults;
import io.quarkus.test.QuarkusProdModeTest;

/**
 * A start that ends before the application can't apply what needs the application.
 */
class LeftChangesTest {

    @RegisterExtension
    static final QuarkusProdModeTest APPLICATION = new QuarkusProdModeTest()
            .withApplicationRoot(jar -> jar.addClasses(_1__Create.class, _2__Warm.class, Observer.class))
            .setForcedDependencies(Stream.of("quarkus-agroal", "quarkus-jdbc-h2", "quarkus-rest")
                    .map(extension -> Dependency.of("io.quarkus", extension, Version.getVersion())).toList())
            .overrideConfigKey("quarkus.datasource.db-kind", "h2")
            .overrideConfigKey("quarkus.devservices.enabled", "false")
            .setExpectExit(true)
            .setRun(false);

    @TempDir
    static Path database;

    @ProdBuildResults
    ProdModeTestResults results;

    @Change(id = "create", author = "team")
    public static class _1__Create {
        @Apply
        void apply(Connection connection) throws SQLException {
            connection.createStatement().execute("CREATE TABLE product (id INT)");
        }
    }

    @Change(id = "warm", author = "team", phase = Phase.APPLICATION)
    public static class _2__Warm {
        @Apply
        void apply(Connection connection) throws SQLException {
            connection.createStatement().execute("INSERT INTO product VALUES (1)");
        }
    }

    public static class Observer {
        void start(@Observes StartupEvent event) {
            System.out.println("THE APPLICATION RUNS");
            Quarkus.asyncExit();
        }
    }

    @Test
    void areForTheNextStartOfTheApplication() {
        assertThat(start(0, Map.of("quarkus.init-and-exit", "true"))).contains("Applied change create",
                "Flamingock: 1 change is of phase APPLICATION, for the end of the start, after the StartupEvent observers: warm",
                "This start ends before the application (quarkus.init-and-exit=true), so changes of phase APPLICATION are left."
                        + " The next start of the application itself applies them")
                .doesNotContain("Applied change warm").doesNotContain("THE APPLICATION RUNS");

        assertThat(start(1, Map.of("quarkus.flamingock.apply-at-start", "false", "quarkus.flamingock.on-pending", "fail")))
                .contains("1 change is pending, and this start may not apply changes (quarkus.flamingock.apply-at-start=false):"
                        + " warm. A start that ends before the application (quarkus.init-and-exit=true) leaves those of phase"
                        + " APPLICATION: warm. Apply with\n  java -Dquarkus.flamingock.apply-at-start=true -jar "
                        + results.getBuiltArtifactPath()
                        + "\nor with Flamingock.apply(), or start without them: quarkus.flamingock.on-pending=warn.")
                .doesNotContain("THE APPLICATION RUNS");

        assertThat(start(0, Map.of())).containsSubsequence("THE APPLICATION RUNS", "Applied change warm");
    }

    private static String start(int exit, Map<String, String> settings) {
        Map<String, String> properties = new HashMap<>(Map.of("quarkus.http.port", "0", "quarkus.datasource.jdbc.url",
                "jdbc:h2:file:" + database.resolve("left")));
        properties.putAll(settings);
        APPLICATION.setRuntimeProperties(properties);
        APPLICATION.start();
        String output = APPLICATION.getStartupConsoleOutput();
        assertThat(APPLICATION.getExitCode()).as(output).isEqualTo(exit);
        return output;
    }
}
