package io.quarkiverse.flamingock.start;

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
import io.quarkus.builder.Version;
import io.quarkus.maven.dependency.Dependency;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.ProdBuildResults;
import io.quarkus.test.ProdModeTestResults;
import io.quarkus.test.QuarkusProdModeTest;

/**
 * A start that may not apply changes looks whether any are pending.
 */
class PendingAtStartTest {

    private static final String COMMAND = "java -Dquarkus.init-and-exit=true -Dquarkus.flamingock.apply-at-start=true"
            + " -jar ";

    @RegisterExtension
    static final QuarkusProdModeTest APPLICATION = new QuarkusProdModeTest()
            .withApplicationRoot(jar -> jar.addClasses(_1__Create.class, _2__Fill.class, Main.class))
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
            connection.createStatement().execute("CREATE TABLE later (id INT)");
        }
    }

    @Change(id = "fill", author = "team", transactional = false)
    public static class _2__Fill {
        @Apply
        void apply(Connection connection) throws SQLException {
            connection.createStatement().execute("INSERT INTO later VALUES (1)");
            if (Boolean.getBoolean("fails")) {
                throw new IllegalStateException("planted");
            }
        }
    }

    public static class Main {

        void start(@Observes StartupEvent event) {
            System.out.println("THE APPLICATION RUNS");
            Quarkus.asyncExit();
        }
    }

    @Test
    void whatIsPendingIsSaid() {
        String pending = "2 changes are pending, and this start may not apply changes (quarkus.flamingock.apply-at-start=false):"
                + " create, fill. Apply with\n  " + COMMAND + results.getBuiltArtifactPath() + "\nor with Flamingock.apply()";
        assertThat(withoutApplying(0)).contains("WARN").contains(pending + ".").contains("THE APPLICATION RUNS");
        assertThat(withoutApplying(1, "quarkus.flamingock.on-pending", "fail"))
                .contains(pending + ", or start without them: quarkus.flamingock.on-pending=warn.")
                .doesNotContain("THE APPLICATION RUNS");
        assertThat(withoutApplying(0, "quarkus.flamingock.on-pending", "ignore")).doesNotContain("2 changes")
                .contains("Flamingock did not look for pending changes, and this start may not apply changes"
                        + " (quarkus.flamingock.apply-at-start=false)")
                .contains("THE APPLICATION RUNS");
        assertThat(start(0, Map.of("quarkus.flamingock.active", "false")))
                .contains("Flamingock is not active at this start (quarkus.flamingock.active=false): no change is applied or"
                        + " looked at")
                .contains("THE APPLICATION RUNS");

        assertThat(start(1, Map.of("fails", "true"))).contains("planted");
        assertThat(withoutApplying(1, "quarkus.flamingock.on-pending", "fail"))
                .contains("1 change is pending, and this start may not apply changes (quarkus.flamingock.apply-at-start=false):"
                        + " fill. A person must settle fill first; the start that applies says how. Apply with");
        assertThat(start(1, Map.of("quarkus.flamingock.fix.change-id", "fill")))
                .contains(
                        "quarkus.flamingock.fix.change-id is 'fill', but it is not said what was found in the target system. Set"
                                + " quarkus.flamingock.fix.resolution to EXECUTED where the change is there, or to ROLLED_BACK where it is"
                                + " not. Nothing was recorded or applied")
                .doesNotContain("THE APPLICATION RUNS");
        start(0, Map.of("quarkus.flamingock.fix.change-id", "fill", "quarkus.flamingock.fix.resolution", "EXECUTED"));

        assertThat(start(0, Map.of("quarkus.flamingock.apply-at-start", "true", "quarkus.init-and-exit", "true")))
                .doesNotContain("THE APPLICATION RUNS");
        assertThat(withoutApplying(0, "quarkus.flamingock.on-pending", "fail"))
                .contains("Flamingock: nothing is pending").contains("THE APPLICATION RUNS");
    }

    @Test
    void anAuditStoreThatCantBeReadSaysNothing() {
        Map<String, String> unreachable = Map.of("quarkus.datasource.jdbc.url", "jdbc:h2:tcp://localhost:1/none",
                "quarkus.flamingock.apply-at-start", "false");
        assertThat(start(0, unreachable)).contains("It is not known whether changes are pending, and this start may not apply"
                + " changes (quarkus.flamingock.apply-at-start=false): The audit store (datasource <default>) ")
                .contains("THE APPLICATION RUNS");

        Map<String, String> failing = new HashMap<>(unreachable);
        failing.put("quarkus.flamingock.on-pending", "fail");
        assertThat(start(1, failing)).contains("The audit store (datasource <default>) ")
                .doesNotContain("THE APPLICATION RUNS");
    }

    private static String withoutApplying(int exit, String... property) {
        Map<String, String> properties = new HashMap<>(Map.of("quarkus.flamingock.apply-at-start", "false"));
        if (property.length > 0) {
            properties.put(property[0], property[1]);
        }
        return start(exit, properties);
    }

    private static String start(int exit, Map<String, String> properties) {
        Map<String, String> all = new HashMap<>(Map.of("quarkus.http.port", "0", "quarkus.datasource.jdbc.url",
                "jdbc:h2:file:" + database.resolve("pending")));
        all.putAll(properties);
        APPLICATION.setRuntimeProperties(all);
        APPLICATION.start();
        String output = APPLICATION.getStartupConsoleOutput();
        assertThat(APPLICATION.getExitCode()).as(output).isEqualTo(exit);
        return output;
    }
}
