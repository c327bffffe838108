package io.quarkiverse.flamingock.phase;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.flamingock.Apply;
import io.quarkiverse.flamingock.Change;
import io.quarkiverse.flamingock.Phase;
import io.quarkiverse.flamingock.test.Apps;
import io.quarkus.builder.BuildContext;
import io.quarkus.deployment.builditem.FeatureBuildItem;
import io.quarkus.deployment.builditem.InitTaskBuildItem;
import io.quarkus.test.QuarkusUnitTest;

/**
 * What the Job of Kubernetes can't apply, because it ends before the application, the pods apply.
 */
class InitTaskOfBothPhasesTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = Apps.withDatabase(_1__Create.class, _2__Warm.class)
            .addBuildChainCustomizer(chain -> chain.addBuildStep(InitTaskOfBothPhasesTest::assertTask)
                    .consumes(InitTaskBuildItem.class).produces(FeatureBuildItem.class).build());

    @Change(id = "create", author = "team")
    public static class _1__Create {
        @Apply
        void apply() {
            // nothing
        }
    }

    @Change(id = "warm", author = "team", phase = Phase.APPLICATION)
    public static class _2__Warm {
        @Apply
        void apply() {
            // nothing
        }
    }

    private static void assertTask(BuildContext context) {
        InitTaskBuildItem task = context.consumeMulti(InitTaskBuildItem.class).stream()
                .filter(item -> item.getName().contains("-flamingock-")).findFirst().orElseThrow();
        assertThat(task.getTaskEnvVars()).isEqualTo(
                Map.of("QUARKUS_INIT_AND_EXIT", "true", "QUARKUS_FLAMINGOCK_APPLY_AT_START", "true"));
        assertThat(task.getAppEnvVars()).isEmpty();
        context.produce(new FeatureBuildItem("init-task-asserted"));
    }

    /** The assertions are made while the application is built. */
    @Test
    void isBuilt() {
        // see APPLICATION
    }
}
