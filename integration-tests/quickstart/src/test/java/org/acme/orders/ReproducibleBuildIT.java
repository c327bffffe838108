package org.acme.orders;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.jar.JarFile;

import org.junit.jupiter.api.Test;

/**
 * The application is built three times, see the executions of the Quarkus plugin; what the extension generates must not
 * differ in a single byte, whatever is built.
 */
class ReproducibleBuildIT {

    private static final String PIPELINE = "io/quarkiverse/flamingock/generated/GeneratedPipeline.class";

    @Test
    void everyBuildGeneratesTheSamePipeline() throws IOException {
        byte[] pipeline = pipeline(Build.latest().generatedClasses());

        assertThat(pipeline).isNotEmpty()
                .isEqualTo(pipeline(Build.TARGET.resolve("again").resolve("quarkus").resolve("generated-bytecode.jar")))
                .isEqualTo(pipeline(Build.runnerJar(Build.TARGET.resolve("native-sources"))));
    }

    private static byte[] pipeline(Path file) throws IOException {
        try (JarFile jar = new JarFile(file.toFile())) {
            assertThat(jar.getEntry(PIPELINE)).as(PIPELINE + " in " + file).isNotNull();
            return jar.getInputStream(jar.getEntry(PIPELINE)).readAllBytes();
        }
    }
}
