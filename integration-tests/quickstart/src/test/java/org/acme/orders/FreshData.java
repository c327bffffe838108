package org.acme.orders;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;

/**
 * Gives the application an empty data folder, as on its very first start.
 */
public class FreshData implements QuarkusTestResourceLifecycleManager {

    static Path folder() {
        try {
            return Files.createTempDirectory(Files.createDirectories(Path.of("target", "test-data")), "shop").toAbsolutePath();
        } catch (IOException e) {
            throw new UncheckedIOException("No folder for the test's data", e);
        }
    }

    @Override
    public Map<String, String> start() {
        return Map.of("quickstart.data", folder().toString());
    }

    @Override
    public void stop() {
        // left for a look at what a failed test found; mvn clean removes it
    }
}
