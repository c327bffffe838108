package io.quarkiverse.flamingock.deployment.scan;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.quarkus.bootstrap.model.ApplicationModel;
import io.quarkus.maven.dependency.ArtifactCoords;
import io.quarkus.maven.dependency.ArtifactKey;
import io.quarkus.maven.dependency.Dependency;
import io.quarkus.maven.dependency.ResolvedDependency;

/**
 * The dependencies that may have changes: those that the application has by itself, not for the sake of a Quarkus extension,
 * and that are compiled with this extension, or of which nothing is known.
 */
final class LibrariesOfApplication {

    private static final String GROUP = "io.quarkiverse.flamingock";

    private final ApplicationModel application;
    private final Map<ArtifactKey, ResolvedDependency> byKey = new HashMap<>();

    LibrariesOfApplication(ApplicationModel application) {
        this.application = application;
        application.getRuntimeDependencies().forEach(dependency -> byKey.put(dependency.getKey(), dependency));
    }

    List<ResolvedDependency> find() {
        List<ResolvedDependency> libraries = new ArrayList<>();
        for (ResolvedDependency dependency : own()) {
            Collection<ArtifactKey> declared = declared(dependency);
            if (dependency.isJar() && (declared.isEmpty() || usesFlamingock(dependency, new HashSet<>()))) {
                libraries.add(dependency);
            }
        }
        return libraries;
    }

    /** Without extensions and what stands behind them alone. */
    private Collection<ResolvedDependency> own() {
        Deque<ArtifactKey> open = new ArrayDeque<>(declared(application.getAppArtifact()));
        if (open.isEmpty()) {
            open.addAll(byKey.keySet());
        }
        Map<ArtifactKey, ResolvedDependency> own = new HashMap<>();
        while (!open.isEmpty()) {
            ResolvedDependency dependency = byKey.get(open.poll());
            if (dependency != null && !dependency.isRuntimeExtensionArtifact()
                    && own.put(dependency.getKey(), dependency) == null) {
                open.addAll(declared(dependency));
            }
        }
        return own.values();
    }

    private boolean usesFlamingock(ResolvedDependency dependency, Set<ArtifactKey> seen) {
        for (ArtifactKey key : declared(dependency)) {
            if (key.getGroupId().equals(GROUP)
                    || seen.add(key) && byKey.get(key) != null && usesFlamingock(byKey.get(key), seen)) {
                return true;
            }
        }
        return false;
    }

    /** Also those that are there for compiling only. */
    private static Collection<ArtifactKey> declared(ResolvedDependency dependency) {
        Set<ArtifactKey> keys = new HashSet<>();
        for (ArtifactCoords coords : dependency.getDependencies()) {
            keys.add(coords.getKey());
        }
        for (Dependency direct : dependency.getDirectDependencies()) {
            keys.add(direct.getKey());
        }
        return keys;
    }
}
