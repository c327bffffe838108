package io.quarkiverse.flamingock.phase;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ConnectException;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

import jakarta.enterprise.event.Observes;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

import io.quarkiverse.flamingock.Apply;
import io.quarkiverse.flamingock.Change;
import io.quarkiverse.flamingock.Phase;
import io.quarkus.builder.Version;
import io.quarkus.maven.dependency.Dependency;
import io.quarkus.runtime.QuarkusApplication;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.annotations.QuarkusMain;
import io.quarkus.test.QuarkusProdModeTest;

/**
 * A packaged application with a main method and changes of both phases.
 */
class StartOfBothPhasesTest {

    private static final String LEFT = "Flamingock: 1 change is of phase APPLICATION, for the end of the start, after the"
            + " StartupEvent observers: warm";
    private static final String NOTHING = "Flamingock: nothing pending, 2 changes are up to date";

    @RegisterExtension
    static final QuarkusProdModeTest APPLICATION = new QuarkusProdModeTest()
            .withApplicationRoot(jar -> jar.addClasses(_1__Warm.class, _2__Create.class, Main.class, Observer.class))
            .setForcedDependencies(Stream.of("quarkus-agroal", "quarkus-jdbc-h2", "quarkus-rest")
                    .map(extension -> Dependency.of("io.quarkus", extension, Version.getVersion())).toList())
            .overrideConfigKey("quarkus.datasource.db-kind", "h2")
            .overrideConfigKey("quarkus.devservices.enabled", "false")
            .setExpectExit(true)
            .setRun(false);

    @TempDir
    Path database;

    @Change(id = "warm", author = "team", phase = Phase.APPLICATION)
    public static class _1__Warm {
        @Apply
        void apply(@ConfigProperty(name = "quarkus.http.port") int port) throws IOException {
            if (Boolean.getBoolean("fails")) {
                throw new IllegalStateException("planted");
            }
            try (Socket socket = new Socket("localhost", port)) {
                throw new IllegalStateException("the port is open");
            } catch (ConnectException e) {
                // as it should be
            }
        }
    }

    @Change(id = "create", author = "team")
    public static class _2__Create {
        @Apply
        void apply(Connection connection) throws SQLException {
            connection.createStatement().execute("CREATE TABLE product (id INT)");
        }
    }

    public static class Observer {
        void start(@Observes StartupEvent event) {
            System.out.println("THE OBSERVER RUNS");
        }
    }

    @QuarkusMain
    public static class Main implements QuarkusApplication {
        @Override
        public int run(String... args) {
            System.out.println("THE APPLICATION RUNS");
            return 0;
        }
    }

    @Test
    void appliesBothAndSaysSo() {
        assertThat(start(0)).containsSubsequence("Applied change create", LEFT, "THE OBSERVER RUNS", "Applied change warm",
                "Flamingock applied 1 change in ", "THE APPLICATION RUNS");
        assertThat(start(0)).containsOnlyOnce(NOTHING).doesNotContain("of phase APPLICATION");
    }

    @Test
    void aFailureAtTheEndEndsTheStart() {
        assertThat(start(1, "fails", "true")).containsSubsequence("Applied change create", "THE OBSERVER RUNS", "planted")
                .doesNotContain("THE APPLICATION RUNS").doesNotContain("Listening on:");
        assertThat(start(0)).contains("Applied change warm").doesNotContain("Applied change create");
    }

    private String start(int exit, String... settings) {
        Map<String, String> properties = new HashMap<>(Map.of("quarkus.http.port", freePort(), "quarkus.datasource.jdbc.url",
                "jdbc:h2:file:" + database.resolve("phases")));
        for (int i = 0; i < settings.length; i += 2) {
            properties.put(settings[i], settings[i + 1]);
        }
        APPLICATION.setRuntimeProperties(properties);
        APPLICATION.start();
        String output = APPLICATION.getStartupConsoleOutput();
        assertThat(APPLICATION.getExitCode()).as(output).isEqualTo(exit);
        return output;
    }

    private static String freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return String.valueOf(socket.getLocalPort());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
