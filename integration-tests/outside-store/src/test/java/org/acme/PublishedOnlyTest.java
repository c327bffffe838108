package org.acme;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;

import org.junit.jupiter.api.Test;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;

import io.quarkiverse.flamingock.runtime.engine.settings.OnIssue;

/**
 * Everything here is written as an outsider would: nothing of it, and of its tests, knows the extension's inside.
 */
class PublishedOnlyTest {

    private static final ArchRule NO_INSIDE = noClasses().that().doNotHaveFullyQualifiedName(PublishedOnlyTest.class.getName())
            .and().areNotAssignableTo(Offender.class).should().dependOnClassesThat()
            .resideInAnyPackage("io.quarkiverse.flamingock.runtime..", "io.quarkiverse.flamingock.deployment..");

    @Test
    void knowsNothingOfTheInside() {
        NO_INSIDE.check(new ClassFileImporter().importPaths(Path.of("target/classes"), Path.of("target/test-classes")));
        assertThat(noClasses().should().dependOnClassesThat().resideInAPackage("io.quarkiverse.flamingock.runtime..")
                .evaluate(new ClassFileImporter().importClasses(Offender.class)).hasViolation()).isTrue();
    }

    /** Breaks the rule, so that the test is seen to notice. */
    private record Offender(OnIssue inside) {
    }
}
