package io.quarkiverse.flamingock.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.flamingock.Apply;
import io.quarkiverse.flamingock.Change;
import io.quarkus.builder.Version;
import io.quarkus.maven.dependency.Dependency;
import io.quarkus.test.ProdBuildResults;
import io.quarkus.test.ProdModeTestResults;
import io.quarkus.test.QuarkusProdModeTest;

/**
 * What {@code quarkus-kubernetes} generates: a Job that applies, and a Deployment that waits for it and refuses to start where
 * it
 * has not.
 */
class KubernetesTest {

    @RegisterExtension
    static final QuarkusProdModeTest APPLICATION = new QuarkusProdModeTest()
            .withApplicationRoot(jar -> jar.addClass(_1__Create.class))
            .setApplicationName("shop")
            .setApplicationVersion("1.2.0")
            .setForcedDependencies(Stream.of("quarkus-agroal", "quarkus-jdbc-h2", "quarkus-rest", "quarkus-kubernetes")
                    .map(extension -> Dependency.of("io.quarkus", extension, Version.getVersion())).toList())
            .overrideConfigKey("quarkus.datasource.db-kind", "h2")
            .overrideConfigKey("quarkus.devservices.enabled", "false");

    @ProdBuildResults
    ProdModeTestResults results;

    @Change(id = "create", author = "team")
    public static class _1__Create {
        @Apply
        void apply(Connection connection) {
        }
    }

    @Test
    void aJobAppliesAndTheDeploymentWaits() throws IOException {
        String manifest = Files.readString(results.getBuildDir().resolve("kubernetes").resolve("kubernetes.yml"));
        List<String> parts = List.of(manifest.split("(?m)^---\\s*$"));
        String job = parts.stream().filter(part -> part.contains("kind: Job")).findFirst().orElseThrow();
        String deployment = parts.stream().filter(part -> part.contains("kind: Deployment")).findFirst().orElseThrow();

        Matcher name = Pattern.compile("(?m)^  name: (\\S+)$").matcher(job);
        assertThat(name.find()).as(job).isTrue();
        assertThat(name.group(1)).matches("shop-flamingock-1-2-0-[0-9a-f]{8}-init");
        assertThat(job).containsPattern(env("QUARKUS_INIT_AND_EXIT", "true"))
                .containsPattern(env("QUARKUS_FLAMINGOCK_APPLY_AT_START", "true"));
        assertThat(deployment).as("it waits for that Job").containsPattern("args:\\s+- job\\s+- " + name.group(1))
                .containsPattern(env("QUARKUS_FLAMINGOCK_APPLY_AT_START", "false"))
                .containsPattern(env("QUARKUS_FLAMINGOCK_ON_PENDING", "fail"));
    }

    private static String env(String name, String value) {
        return "- name: " + name + "\\s+value: \"" + value + "\"|- name: " + name + "\\s+value: " + value;
    }
}
