package io.quarkiverse.flamingock.deployment.validate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Test;

import io.quarkiverse.flamingock.deployment.scan.UnindexedLibrary;

class UnindexedLibraryRulesTest {

    @Test
    void sayWhatIsLeftOutAndWhatToDo() {
        Findings findings = UnindexedLibraryRules.check(List.of(
                new UnindexedLibrary("com.acme", "stock", "2", List.of("com.acme._1__A")),
                new UnindexedLibrary("com.acme", "acme.users", "3", List.of("com.acme._1__A", "com.acme._2__B"))));
        assertThat(findings.errors()).isEmpty();
        assertThat(findings.warnings()).extracting(Problem::toString).containsExactly(
                "com.acme:stock:2: this dependency has no Jandex index, so that its change is no part of the application:"
                        + " com.acme._1__A. Run the jandex-maven-plugin, or that of Gradle, in the module, or have it indexed"
                        + " here: quarkus.index-dependency.stock.group-id=com.acme and"
                        + " quarkus.index-dependency.stock.artifact-id=stock.",
                "com.acme:acme.users:3: this dependency has no Jandex index, so that its 2 changes are no part of the application:"
                        + " com.acme._1__A, com.acme._2__B. Run the jandex-maven-plugin, or that of Gradle, in the module, or"
                        + " have it indexed here: quarkus.index-dependency.\"acme.users\".group-id=com.acme and"
                        + " quarkus.index-dependency.\"acme.users\".artifact-id=acme.users.");
    }
}
