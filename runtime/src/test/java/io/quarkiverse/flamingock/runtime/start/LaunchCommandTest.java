package io.quarkiverse.flamingock.runtime.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.quarkus.runtime.LaunchMode;

/**
 * Commands that are printed can be pasted where the application was started.
 */
class LaunchCommandTest {

    @TempDir
    Path directory;

    private String command(LaunchMode mode, boolean executable, String program) {
        return String.format(new LaunchCommand(mode, directory.resolve("shop"), executable, program).get(), "-Da=b");
    }

    private String devMode() {
        return command(LaunchMode.DEVELOPMENT, false, "dev.jar");
    }

    private void file(String name) throws IOException {
        Path file = directory.resolve(name);
        Files.createDirectories(file.getParent());
        Files.createFile(file);
    }

    @Test
    void theJarIsTheOneThatWasStarted() {
        assertThat(command(LaunchMode.NORMAL, false, "target/quarkus-app/quarkus-run.jar"))
                .isEqualTo("java -Da=b -jar target/quarkus-app/quarkus-run.jar");
        assertThat(command(LaunchMode.NORMAL, false, "/opt/my shop/100%.jar"))
                .isEqualTo("java -Da=b -jar '/opt/my shop/100%.jar'");
    }

    @Test
    void aClassPathIsNoJar() {
        assertThat(command(LaunchMode.NORMAL, false, "classes" + File.pathSeparator + "quarkus.jar"))
                .isEqualTo("java -Da=b -jar quarkus-run.jar");
        assertThat(command(LaunchMode.NORMAL, false, "")).isEqualTo("java -Da=b -jar quarkus-run.jar");
    }

    @Test
    void anExecutableIsTheOneThatWasStarted() {
        assertThat(command(LaunchMode.NORMAL, true, "/work/shop-runner")).isEqualTo("/work/shop-runner -Da=b");
    }

    @Test
    void devModeIsThatOfTheBuildTool() throws IOException {
        assertThat(devMode()).isEqualTo("mvn quarkus:dev -Da=b");
        file("shop/build.gradle.kts");
        assertThat(devMode()).isEqualTo("gradle quarkusDev -Da=b");
        file("gradlew");
        assertThat(devMode()).isEqualTo("../gradlew quarkusDev -Da=b");
        file("shop/gradlew");
        assertThat(devMode()).isEqualTo("./gradlew quarkusDev -Da=b");
        file("mvnw");
        file("shop/pom.xml");
        assertThat(devMode()).isEqualTo("../mvnw quarkus:dev -Da=b");
    }
}
