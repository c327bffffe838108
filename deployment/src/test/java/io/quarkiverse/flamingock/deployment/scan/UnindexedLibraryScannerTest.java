package io.quarkiverse.flamingock.deployment.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.quarkiverse.flamingock.Apply;
import io.quarkiverse.flamingock.Change;
import io.quarkus.bootstrap.model.ApplicationModelBuilder;
import io.quarkus.maven.dependency.ArtifactCoords;
import io.quarkus.maven.dependency.ArtifactKey;
import io.quarkus.maven.dependency.Dependency;
import io.quarkus.maven.dependency.DependencyFlags;
import io.quarkus.maven.dependency.ResolvedDependencyBuilder;

class UnindexedLibraryScannerTest {

    private static final String FLAMINGOCK = "io.quarkiverse.flamingock:quarkus-flamingock:1";

    @TempDir
    Path jars;

    private final ApplicationModelBuilder model = new ApplicationModelBuilder();
    private final ResolvedDependencyBuilder application = artifact("com.acme:shop:1");

    @Change(id = "change", author = "team")
    static class _1__Found {
        @Apply
        void apply() {
            // nothing
        }
    }

    /** Names the annotation, and is no change. */
    static class Reader {
        Class<?> annotation() {
            return Change.class;
        }
    }

    @BeforeEach
    void extension() {
        model.setAppArtifact(application);
        add(artifact(FLAMINGOCK).setFlags(DependencyFlags.RUNTIME_EXTENSION_ARTIFACT), _1__Found.class);
    }

    @Test
    void findsChangesThatNobodyIndexed() {
        ofApplication("com.acme:stock:2", List.of(FLAMINGOCK), _1__Found.class, Reader.class);
        ofApplication("com.acme:files:3", List.of(), _1__Found.class);
        ofApplication("com.acme:other:4", List.of(FLAMINGOCK), Reader.class);
        assertThat(scan()).containsExactly(
                new UnindexedLibrary("com.acme", "files", "3", List.of(_1__Found.class.getName())),
                new UnindexedLibrary("com.acme", "stock", "2", List.of(_1__Found.class.getName())));
    }

    @Test
    void leavesOutWhatIsIndexed() {
        ofApplication("com.acme:stock:2", List.of(FLAMINGOCK), _1__Found.class);
        assertThat(scan(ArtifactKey.of("com.acme", "stock", "", "jar"))).isEmpty();
    }

    @Test
    void findsThoseBehindOtherLibraries() {
        ofApplication("com.acme:facade:1", List.of("com.acme:stock:2"), Reader.class);
        add(artifact("com.acme:stock:2").setDependencies(List.of(ArtifactCoords.fromString(FLAMINGOCK))), _1__Found.class);
        assertThat(scan()).extracting(UnindexedLibrary::artifactId).containsExactly("stock");
    }

    @Test
    void findsThoseThatNeedTheExtensionForCompilingOnly() {
        ResolvedDependencyBuilder stock = artifact("com.acme:stock:2").setDirectDependencies(List.of(Dependency.withFlags(
                "io.quarkiverse.flamingock", "quarkus-flamingock", "", "jar", "1",
                DependencyFlags.MISSING_FROM_APPLICATION)));
        application.addDependency(stock.getArtifactCoords());
        add(stock, _1__Found.class);
        assertThat(scan()).extracting(UnindexedLibrary::artifactId).containsExactly("stock");
    }

    /** They can't have compiled changes. */
    @Test
    void doesNotReadThoseWithoutTheExtension() {
        ofApplication("com.acme:stock:2", List.of("org.slf4j:slf4j-api:2"), _1__Found.class);
        assertThat(scan()).isEmpty();
    }

    @Test
    void doesNotReadWhatComesWithExtensions() {
        ResolvedDependencyBuilder extension = artifact("com.acme:quarkus-acme:1")
                .setFlags(DependencyFlags.RUNTIME_EXTENSION_ARTIFACT)
                .setDependencies(List.of(ArtifactCoords.fromString("com.acme:driver:1")));
        application.addDependency(extension.getArtifactCoords());
        add(extension, Reader.class);
        add(artifact("com.acme:driver:1"), _1__Found.class);
        assertThat(scan()).isEmpty();
    }

    private void ofApplication(String coords, List<String> dependencies, Class<?>... classes) {
        ResolvedDependencyBuilder library = artifact(coords)
                .setDependencies(dependencies.stream().map(ArtifactCoords::fromString).toList());
        application.addDependency(library.getArtifactCoords());
        add(library, classes);
    }

    private static ResolvedDependencyBuilder artifact(String coords) {
        String[] parts = coords.split(":");
        return ResolvedDependencyBuilder.newInstance().setGroupId(parts[0]).setArtifactId(parts[1]).setVersion(parts[2]);
    }

    private void add(ResolvedDependencyBuilder dependency, Class<?>... classes) {
        Path jar = jars.resolve(dependency.getArtifactId() + ".jar");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(jar))) {
            for (Class<?> type : classes) {
                String name = type.getName().replace('.', '/') + ".class";
                zip.putNextEntry(new ZipEntry(name));
                try (InputStream bytes = type.getClassLoader().getResourceAsStream(name)) {
                    bytes.transferTo(zip);
                }
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        model.addDependency(dependency.setResolvedPath(jar).setFlags(DependencyFlags.RUNTIME_CP));
    }

    private List<UnindexedLibrary> scan(ArtifactKey... indexed) {
        return new UnindexedLibraryScanner(model.build(), Set.of(indexed)).scan();
    }
}
