package io.quarkiverse.flamingock.start;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.flamingock.Flamingock;
import io.quarkiverse.flamingock.test.Apps;
import io.quarkus.builder.BuildContext;
import io.quarkus.deployment.builditem.FeatureBuildItem;
import io.quarkus.deployment.builditem.InitTaskBuildItem;
import io.quarkus.test.QuarkusUnitTest;

/**
 * Where there are no changes, no Job is made that would apply none.
 */
class NoChangesNoInitTaskTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = Apps.withDatabase()
            .addBuildChainCustomizer(chain -> chain.addBuildStep(NoChangesNoInitTaskTest::assertNone)
                    .consumes(InitTaskBuildItem.class).produces(FeatureBuildItem.class).build());

    static void assertNone(BuildContext context) {
        assertThat(context.consumeMulti(InitTaskBuildItem.class)).extracting(InitTaskBuildItem::getName)
                .noneMatch(name -> name.contains("flamingock"));
        context.produce(new FeatureBuildItem("no-init-task-asserted"));
    }

    @Inject
    Flamingock flamingock;

    /** The assertion is made while the application is built. */
    @Test
    void theApplicationHasNoChanges() {
        assertThat(flamingock.status().changes()).isZero();
        assertThat(flamingock.status().upToDate()).isTrue();
    }
}
