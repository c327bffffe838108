package io.quarkiverse.flamingock.test;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.flamingock.Apply;
import io.quarkiverse.flamingock.Change;
import io.quarkiverse.flamingock.TargetSystem;
import io.quarkiverse.flamingock.runtime.pipeline.ChangeDescriptor;
import io.quarkiverse.flamingock.runtime.pipeline.Pipeline;
import io.quarkus.arc.profile.IfBuildProfile;
import io.quarkus.arc.properties.IfBuildProperty;
import io.quarkus.test.QuarkusUnitTest;

/**
 * A change that the build leaves out, as any bean can be, is no part of the pipeline; nor is it checked.
 */
class ConditionalChangesTest {

    @RegisterExtension
    static final QuarkusUnitTest APP = Apps.withDatabase(_1__Always.class, _2__Sometimes.class, _3__Never.class)
            .overrideConfigKey("demo", "true");

    @Inject
    Pipeline pipeline;

    @Change(id = "always", author = "team")
    static class _1__Always {
        @Apply
        void apply() {
            // planned only
        }
    }

    @IfBuildProperty(name = "demo", stringValue = "true")
    @Change(id = "sometimes", author = "team")
    static class _2__Sometimes {
        @Apply
        void apply() {
            // planned only
        }
    }

    @IfBuildProfile("dev")
    @TargetSystem("nowhere")
    @Change(id = "always", author = "team")
    static class _3__Never {
        // would be three mistakes
    }

    @Test
    void pipelineHoldsWhatTheBuildHolds() {
        assertThat(pipeline.changes()).extracting(ChangeDescriptor::id).containsExactly("always", "sometimes");
    }
}
