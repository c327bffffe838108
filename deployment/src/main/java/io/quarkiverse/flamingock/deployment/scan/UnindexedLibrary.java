package io.quarkiverse.flamingock.deployment.scan;

import java.util.List;

/**
 * A dependency that has changes which the build does not see, because it has no index.
 *
 * @param groupId its group
 * @param artifactId its name
 * @param version its version
 * @param changes the names of the classes with {@code @Change}, sorted
 */
public record UnindexedLibrary(String groupId, String artifactId, String version, List<String> changes) {

    public UnindexedLibrary {
        changes = List.copyOf(changes);
    }
}
