package org.acme.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How an application is started. That happens hundreds of times, and loading the same classes is most of what it costs; so a
 * first
 * start, on a database of its own, leaves an archive of them that the JVM maps at all others. It can't hold what another class
 * loader than the JVM's defines, so the jars of the application are on a flat class path.
 */
final class Launch {

    private static final Map<Path, Launch> LAUNCHES = new ConcurrentHashMap<>();

    private final List<String> java = List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx128m");
    private final List<String> main;
    private final Path archive;

    private Launch(Path application) {
        main = List.of("-cp", classPath(application), "io.quarkus.runner.GeneratedMain");
        archive = application.resolve("classes.jsa");
    }

    /** A start that leaves the classes that it has loaded, when it ends. */
    interface FirstStart {
        Child.Ended with(Launch launch) throws InterruptedException;
    }

    /** @param application the folder of the application */
    static Launch of(Path application, FirstStart firstStart) {
        return LAUNCHES.computeIfAbsent(application, folder -> {
            Launch launch = new Launch(folder);
            launch.prepare(firstStart);
            return launch;
        });
    }

    private void prepare(FirstStart firstStart) {
        try {
            Files.deleteIfExists(archive);
            Child.Ended ended = firstStart.with(this);
            assertThat(archive).as("classes of the start that prepares the others:%n%s", ended.text()).exists();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    List<String> command(List<String> options) {
        List<String> command = new ArrayList<>(java);
        command.add((Files.exists(archive) ? "-XX:SharedArchiveFile=" : "-XX:ArchiveClassesAtExit=") + archive);
        command.addAll(options);
        command.addAll(main);
        return command;
    }

    /** What the build has changed or made comes before what it was made of. */
    private static String classPath(Path application) {
        return Stream.of("quarkus", "app", "lib/boot", "lib/main").flatMap(folder -> jars(application.resolve(folder)))
                .collect(Collectors.joining(System.getProperty("path.separator")));
    }

    private static Stream<String> jars(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(Path::toString).filter(file -> file.endsWith(".jar")).sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
