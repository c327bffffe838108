package io.quarkiverse.flamingock.deployment.validate;

import java.util.List;

import io.quarkiverse.flamingock.deployment.scan.UnindexedLibrary;

/**
 * That no change of a library is left out in silence.
 */
public final class UnindexedLibraryRules {

    private UnindexedLibraryRules() {
    }

    /**
     * @param libraries those that have changes and no index
     * @return a warning for each
     */
    public static Findings check(List<UnindexedLibrary> libraries) {
        return new Findings(List.of(), libraries.stream().map(UnindexedLibraryRules::problem).toList());
    }

    private static Problem problem(UnindexedLibrary library) {
        int count = library.changes().size();
        String property = "quarkus.index-dependency."
                + (library.artifactId().contains(".") ? '"' + library.artifactId() + '"' : library.artifactId());
        return new Problem(library.groupId() + ":" + library.artifactId() + ":" + library.version(), "this dependency has no"
                + " Jandex index, so that " + (count == 1 ? "its change is" : "its " + count + " changes are")
                + " no part of the application: " + Places.some(library.changes()) + ". Run the jandex-maven-plugin, or that of"
                + " Gradle, in the module, or have it indexed here: " + property + ".group-id=" + library.groupId() + " and "
                + property + ".artifact-id=" + library.artifactId() + ".");
    }
}
