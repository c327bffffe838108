package io.quarkiverse.flamingock.beside;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkus.builder.Version;
import io.quarkus.maven.dependency.Dependency;
import io.quarkus.test.ProdBuildResults;
import io.quarkus.test.ProdModeTestResults;
import io.quarkus.test.QuarkusProdModeTest;

/** On Kubernetes each has a Job; they begin at the same time, so ours lets Flyway do its work first, too. */
class BothInitTasksTest {

    @RegisterExtension
    static final QuarkusProdModeTest APPLICATION = new QuarkusProdModeTest()
            .withApplicationRoot(jar -> jar.addClasses(Changes._2__Own.class))
            .setApplicationName("shop")
            .setApplicationVersion("1.2.0")
            .setForcedDependencies(Stream.concat(
                    Stream.of("quarkus-flyway", "quarkus-jdbc-h2", "quarkus-rest", "quarkus-kubernetes")
                            .map(extension -> Dependency.of("io.quarkus", extension, Version.getVersion())),
                    Stream.of(Dependency.of("io.quarkiverse.flamingock", "quarkus-flamingock",
                            System.getProperty("flamingock.version"))))
                    .toList())
            .overrideConfigKey("quarkus.hibernate-orm.enabled", "false")
            .overrideConfigKey("quarkus.datasource.db-kind", "h2")
            .overrideConfigKey("quarkus.devservices.enabled", "false");

    @ProdBuildResults
    ProdModeTestResults results;

    @Test
    void oursRunsBoth() throws IOException {
        String manifest = Files.readString(results.getBuildDir().resolve("kubernetes").resolve("kubernetes.yml"));
        List<String> jobs = Stream.of(manifest.split("(?m)^---\\s*$")).filter(part -> part.contains("kind: Job")).toList();
        assertThat(jobs).anyMatch(job -> job.contains("name: shop-flyway-init"));
        String ours = jobs.stream().filter(job -> job.contains("name: shop-flamingock-1-2-0-")).findFirst().orElseThrow();
        assertThat(ours).containsPattern(env("QUARKUS_FLYWAY_ACTIVE", "true"))
                .containsPattern(env("QUARKUS_FLAMINGOCK_APPLY_AT_START", "true"))
                .doesNotContainPattern(env("QUARKUS_FLYWAY_ACTIVE", "false"));
    }

    private static String env(String name, String value) {
        return "- name: " + name + "\\s+value: \"?" + value + "\"?";
    }
}
