package io.quarkiverse.flamingock.deployment.scan;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.Index;

import io.quarkus.bootstrap.model.ApplicationModel;
import io.quarkus.maven.dependency.ArtifactKey;
import io.quarkus.maven.dependency.ResolvedDependency;

/**
 * Finds changes in dependencies without an index. Of most dependencies nothing is read, and of a class file only those are
 * looked into that have the name of the annotation in them.
 */
public final class UnindexedLibraryScanner {

    /** As it stands in class files; one character is a byte. */
    private static final String MENTION = "L" + AnnotationNames.CHANGE.toString().replace('.', '/') + ";";

    private final ApplicationModel application;
    private final Set<ArtifactKey> indexed;

    /**
     * @param application the application and its dependencies
     * @param indexed the dependencies that have an index, or are indexed by the build
     */
    public UnindexedLibraryScanner(ApplicationModel application, Set<ArtifactKey> indexed) {
        this.application = application;
        this.indexed = indexed;
    }

    /**
     * @return the dependencies that have changes and no index, sorted by name
     */
    public List<UnindexedLibrary> scan() {
        List<UnindexedLibrary> found = new ArrayList<>();
        for (ResolvedDependency library : new LibrariesOfApplication(application).find()) {
            if (!indexed.contains(library.getKey())) {
                List<String> changes = changes(library);
                if (!changes.isEmpty()) {
                    found.add(new UnindexedLibrary(library.getGroupId(), library.getArtifactId(), library.getVersion(),
                            changes));
                }
            }
        }
        found.sort(Comparator.comparing(UnindexedLibrary::groupId).thenComparing(UnindexedLibrary::artifactId));
        return found;
    }

    private static List<String> changes(ResolvedDependency library) {
        Set<String> changes = new TreeSet<>();
        library.getContentTree().walk(visit -> {
            Path path = visit.getPath();
            if (path.toString().endsWith(".class") && !Files.isDirectory(path)) {
                String change = change(path);
                if (change != null) {
                    changes.add(change);
                }
            }
        });
        return List.copyOf(changes);
    }

    private static String change(Path path) {
        try {
            byte[] bytes = Files.readAllBytes(path);
            if (!new String(bytes, StandardCharsets.ISO_8859_1).contains(MENTION)) {
                return null;
            }
            ClassInfo type = Index.singleClass(bytes);
            return type.hasDeclaredAnnotation(AnnotationNames.CHANGE) ? type.name().toString() : null;
        } catch (IOException e) {
            throw new UncheckedIOException("The class file " + path + " can't be read", e);
        }
    }
}
