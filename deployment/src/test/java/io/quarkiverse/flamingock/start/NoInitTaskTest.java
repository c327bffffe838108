package io.quarkiverse.flamingock.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.flamingock.Apply;
import io.quarkiverse.flamingock.Change;
import io.quarkiverse.flamingock.Flamingock;
import io.quarkiverse.flamingock.test.Apps;
import io.quarkus.deployment.builditem.FeatureBuildItem;
import io.quarkus.deployment.builditem.InitTaskBuildItem;
import io.quarkus.test.QuarkusUnitTest;

/**
 * {@code quarkus.flamingock.init-task=false} leaves out the Job of Kubernetes.
 */
class NoInitTaskTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = Apps.withDatabase(_1__Create.class, NoChangesNoInitTaskTest.class)
            .overrideConfigKey("quarkus.flamingock.init-task", "false")
            .addBuildChainCustomizer(chain -> chain.addBuildStep(NoChangesNoInitTaskTest::assertNone)
                    .consumes(InitTaskBuildItem.class).produces(FeatureBuildItem.class).build());

    @Change(id = "create", author = "team")
    public static class _1__Create {
        @Apply
        void apply(Connection connection) {
        }
    }

    @Inject
    Flamingock flamingock;

    /** The assertion is made while the application is built. */
    @Test
    void theApplicationHasItsChanges() {
        assertThat(flamingock.plan().changes()).hasSize(1);
    }
}
