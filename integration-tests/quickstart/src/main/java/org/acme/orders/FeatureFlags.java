package org.acme.orders;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import jakarta.inject.Singleton;

import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Feature flags, one file each, that hold the percentage of customers who see the feature. Stands for a flag service.
 */
@Singleton
public class FeatureFlags {

    private final Path folder;

    FeatureFlags(@ConfigProperty(name = "quickstart.data") Path data) {
        this.folder = data.resolve("flags");
    }

    public void enable(String flag, int percent) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve(flag), Integer.toString(percent));
    }

    public void remove(String flag) throws IOException {
        Files.deleteIfExists(folder.resolve(flag));
    }

    public boolean isOn(String flag) {
        return Files.exists(folder.resolve(flag));
    }

    Map<String, Integer> all() {
        Map<String, Integer> flags = new TreeMap<>();
        if (Files.isDirectory(folder)) {
            try (Stream<Path> files = Files.list(folder)) {
                for (Path file : files.toList()) {
                    flags.put(file.getFileName().toString(), Integer.valueOf(Files.readString(file)));
                }
            } catch (IOException e) {
                throw new UncheckedIOException("The feature flags in " + folder + " cannot be read", e);
            }
        }
        return flags;
    }
}
