package org.acme.shop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.junit.main.LaunchResult;
import io.quarkus.test.junit.main.QuarkusMainLauncher;
import io.quarkus.test.junit.main.QuarkusMainTest;

/**
 * Two starts of an application whose audit store and target system are its own.
 */
@QuarkusMainTest
@QuarkusTestResource(ShopTest.NewDirectory.class)
class ShopTest {

    /** Gives the application a directory in which nothing was ever done. */
    public static class NewDirectory implements QuarkusTestResourceLifecycleManager {

        private static final String PROPERTY = "org.acme.shop.directory";

        static Path directory() {
            return Path.of(System.getProperty(PROPERTY)).toAbsolutePath();
        }

        @Override
        public Map<String, String> start() {
            // Asked before each start; a field would not do, because each class loader has this class once more.
            if (System.getProperty(PROPERTY) == null) {
                try {
                    System.setProperty(PROPERTY, Files.createTempDirectory(Path.of("target"), "shop").toString());
                } catch (IOException e) {
                    throw new IllegalStateException(e);
                }
            }
            return Map.of("shop.directory", directory().toString());
        }

        @Override
        public void stop() {
        }
    }

    @Test
    void appliesItsChangeOnce(QuarkusMainLauncher launcher) throws IOException {
        List<String> first = start(launcher);
        assertThat(first).containsExactly("recorded: 2 choose-theme EXECUTED settings-file",
                "recorded: 1 choose-theme STARTED settings-file");
        List<String> settings = Files.readAllLines(NewDirectory.directory().resolve("settings.properties"));
        assertThat(settings).contains("theme=dark", "times=1").anyMatch(line -> line.contains("change=choose-theme"));

        assertThat(start(launcher)).as("the second start applies and records nothing").isEqualTo(first);
        assertThat(Files.readAllLines(NewDirectory.directory().resolve("settings.properties"))).isEqualTo(settings);
    }

    private static List<String> start(QuarkusMainLauncher launcher) {
        LaunchResult result = launcher.launch();
        assertThat(result.exitCode()).as(result.getOutput() + result.getErrorOutput()).isZero();
        return result.getOutputStream().stream().filter(line -> line.startsWith("recorded: ")).toList();
    }
}
