package io.quarkiverse.flamingock.deployment;

import java.util.HashSet;
import java.util.Set;

import io.quarkiverse.flamingock.deployment.scan.UnindexedLibraryScanner;
import io.quarkiverse.flamingock.deployment.validate.UnindexedLibraryRules;
import io.quarkus.deployment.ApplicationArchive;
import io.quarkus.deployment.annotations.BuildStep;
import io.quarkus.deployment.annotations.BuildSteps;
import io.quarkus.deployment.builditem.ApplicationArchivesBuildItem;
import io.quarkus.deployment.pkg.builditem.CurateOutcomeBuildItem;
import io.quarkus.maven.dependency.ArtifactKey;

/**
 * Finds changes that the build would leave out without a word, since it does not look where they are.
 */
@BuildSteps(onlyIf = FlamingockEnabled.class)
class LeftOutProcessor {

    @BuildStep
    FindingsBuildItem libraries(CurateOutcomeBuildItem application, ApplicationArchivesBuildItem archives) {
        Set<ArtifactKey> indexed = new HashSet<>();
        for (ApplicationArchive archive : archives.getApplicationArchives()) {
            indexed.add(archive.getKey());
        }
        return new FindingsBuildItem(UnindexedLibraryRules
                .check(new UnindexedLibraryScanner(application.getApplicationModel(), indexed).scan()));
    }
}
