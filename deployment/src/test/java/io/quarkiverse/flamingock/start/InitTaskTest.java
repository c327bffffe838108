package io.quarkiverse.flamingock.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.util.Map;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.flamingock.Apply;
import io.quarkiverse.flamingock.Change;
import io.quarkiverse.flamingock.Flamingock;
import io.quarkus.builder.BuildContext;
import io.quarkus.deployment.builditem.FeatureBuildItem;
import io.quarkus.deployment.builditem.InitTaskBuildItem;
import io.quarkus.test.QuarkusUnitTest;

/**
 * The Kubernetes init task applies and exits; the application that waits for it applies nothing. Both are the same build, so
 * what differs is configuration of the run time.
 */
class InitTaskTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest()
            .overrideConfigKey("quarkus.devservices.enabled", "false")
            .withApplicationRoot(jar -> jar.addClasses(_1__Create.class, Databases.class))
            .overrideConfigKey("quarkus.datasource.db-kind", "h2")
            .overrideConfigKey("quarkus.application.name", "shop")
            .overrideConfigKey("quarkus.application.version", "1.0.0-SNAPSHOT")
            .overrideRuntimeConfigKey("quarkus.datasource.jdbc.url", Databases.h2("init_task"))
            .addBuildChainCustomizer(chain -> chain.addBuildStep(InitTaskTest::assertTask)
                    .consumes(InitTaskBuildItem.class).produces(FeatureBuildItem.class).build());

    @Change(id = "create", author = "team")
    public static class _1__Create {
        @Apply
        void apply(Connection connection) {
        }
    }

    private static void assertTask(BuildContext context) {
        InitTaskBuildItem task = context.consumeMulti(InitTaskBuildItem.class).stream()
                .filter(item -> item.getName().startsWith("shop-flamingock-")).findFirst().orElseThrow();
        assertThat(task.getName()).matches("shop-flamingock-1-0-0-snapshot-[0-9a-f]{8}-init");
        assertThat(task.getTaskEnvVars()).isEqualTo(
                Map.of("QUARKUS_INIT_AND_EXIT", "true", "QUARKUS_FLAMINGOCK_APPLY_AT_START", "true"));
        assertThat(task.getAppEnvVars()).isEqualTo(
                Map.of("QUARKUS_FLAMINGOCK_APPLY_AT_START", "false", "QUARKUS_FLAMINGOCK_ON_PENDING", "fail"));
        context.produce(new FeatureBuildItem("init-task-asserted"));
    }

    @Inject
    Flamingock flamingock;

    /** The assertions about the task are made while the application is built. */
    @Test
    void theSameBuildApplies() {
        assertThat(flamingock.plan().pending()).isEmpty();
    }
}
