package io.quarkiverse.flamingock.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

import io.quarkiverse.flamingock.Apply;
import io.quarkiverse.flamingock.Change;
import io.quarkus.builder.Version;
import io.quarkus.maven.dependency.Dependency;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import io.quarkus.test.ProdBuildResults;
import io.quarkus.test.ProdModeTestResults;
import io.quarkus.test.QuarkusProdModeTest;

/**
 * A start that is stopped says why and what to do, and does not bury that under a stack trace.
 */
class StoppedStartTest {

    private static final String LAST_WORDS = "The application was not started: Flamingock has stopped it. The log says why, and"
            + " what to do.";

    @RegisterExtension
    static final QuarkusProdModeTest APPLICATION = new QuarkusProdModeTest()
            .withApplicationRoot(jar -> jar.addClasses(_1__Create.class, Main.class))
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

    @Change(id = "create", author = "team", transactional = false)
    public static class _1__Create {
        @Apply
        void apply(Connection connection) throws SQLException {
            connection.createStatement().execute("CREATE TABLE stock (id INT)");
            connection.createStatement().execute("INSERT INTO stocks VALUES (1)");
        }
    }

    @QuarkusMain
    public static class Main {

        public static void main(String... args) {
            if (Boolean.getBoolean("own-handler")) {
                Quarkus.run(null, Main::exit, args);
            } else {
                Quarkus.run(args);
            }
        }

        private static void exit(int code, Throwable error) {
            Throwable current = error;
            while (current.getSuppressed().length == 0) {
                current = current.getCause();
            }
            System.out.println("HANDLER " + code + " " + current.getSuppressed()[0]);
            System.exit(3);
        }
    }

    @Test
    void theMessageIsNotBuriedUnderAStack() {
        String failed = start(1, Map.of());
        assertThat(failed).containsOnlyOnce("A change failed.").containsOnlyOnce(LAST_WORDS)
                .contains("ERROR [io.quarkiverse.flamingock] (main) A change failed.")
                .contains("Change 'create' is in state EXECUTION_FAILED on target system 'default'")
                .contains("java -Dquarkus.flamingock.fix.change-id=create -Dquarkus.flamingock.fix.resolution=EXECUTED -jar "
                        + results.getBuiltArtifactPath() + "\n")
                // where the change sent what failed
                .containsPattern("\tat " + Pattern.quote(_1__Create.class.getName())
                        + ".apply\\(StoppedStartTest.java:\\d+\\)")
                .doesNotContain("Failed to start application", "io.quarkus.runner.ApplicationImpl", "..");
        assertThat(failed.lines().filter(line -> line.startsWith("\tat ")).count()).as(failed).isZero();

        String issue = start(1, Map.of());
        assertThat(issue).containsOnlyOnce("ISSUES FOUND (1)").contains(LAST_WORDS)
                .doesNotContain("io.quarkus.runner.ApplicationImpl");
        assertThat(start(1, Map.of("quarkus.log.category.\"io.quarkiverse.flamingock\".level", "DEBUG")))
                .contains("The start was stopped here: io.quarkiverse.flamingock.error.UnresolvedIssueException: ISSUES FOUND",
                        "\tat io.quarkus.runner.ApplicationImpl");
        assertThat(start(3, Map.of("own-handler", "true")))
                .contains("HANDLER 1 io.quarkiverse.flamingock.error.UnresolvedIssueException: ISSUES FOUND (1)");
    }

    private static String start(int exit, Map<String, String> properties) {
        Map<String, String> all = new HashMap<>(Map.of("quarkus.http.port", "0", "quarkus.datasource.jdbc.url",
                "jdbc:h2:file:" + database.resolve("stopped")));
        all.putAll(properties);
        APPLICATION.setRuntimeProperties(all);
        APPLICATION.start();
        String output = APPLICATION.getStartupConsoleOutput();
        assertThat(APPLICATION.getExitCode()).as(output).isEqualTo(exit);
        return output;
    }
}
