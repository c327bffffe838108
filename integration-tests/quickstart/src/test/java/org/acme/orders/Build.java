package org.acme.orders;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;

/**
 * What the build left in {@code target}.
 *
 * @param artifact the jar to run, or the native executable
 * @param isExecutable whether it is an executable
 */
record Build(Path artifact, boolean isExecutable) {

    static final Path TARGET = Path.of("target").toAbsolutePath();

    static Build latest() throws IOException {
        Properties properties = new Properties();
        try (InputStream in = Files.newInputStream(TARGET.resolve("quarkus-artifact.properties"))) {
            properties.load(in);
        }
        return new Build(TARGET.resolve(properties.getProperty("path")), properties.getProperty("type").equals("native"));
    }

    /**
     * @return the jar with the classes that the build of this artifact generated
     */
    Path generatedClasses() throws IOException {
        if (isExecutable) {
            String name = artifact.getFileName().toString().replaceFirst("-runner$", "-native-image-source-jar");
            return runnerJar(TARGET.resolve(name));
        }
        return artifact.resolveSibling("quarkus").resolve("generated-bytecode.jar");
    }

    /**
     * @return the jar that the generator of a native executable reads, from a folder that the build made for it
     */
    static Path runnerJar(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> jars = files.filter(file -> file.getFileName().toString().endsWith("-runner.jar")).toList();
            if (jars.size() != 1) {
                throw new IllegalStateException("expected one runner in " + folder + ", found " + jars);
            }
            return jars.get(0);
        }
    }
}
