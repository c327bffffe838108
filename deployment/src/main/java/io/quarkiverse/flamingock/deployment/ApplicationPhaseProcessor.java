package io.quarkiverse.flamingock.deployment;

import io.quarkiverse.flamingock.Phase;
import io.quarkiverse.flamingock.deployment.phase.ApplicationPhaseBuildItem;
import io.quarkiverse.flamingock.deployment.phase.BeforePorts;
import io.quarkiverse.flamingock.runtime.start.StartRecorder;
import io.quarkus.deployment.annotations.BuildProducer;
import io.quarkus.deployment.annotations.BuildStep;
import io.quarkus.deployment.annotations.BuildSteps;
import io.quarkus.deployment.annotations.Consume;
import io.quarkus.deployment.annotations.ExecutionTime;
import io.quarkus.deployment.annotations.Record;
import io.quarkus.deployment.builditem.ApplicationStartBuildItem;

/**
 * Applies changes of phase APPLICATION when the application has started but for its ports. No observer does: whatever its
 * priority, another one could have the same. What follows it waits for {@link ApplicationPhaseBuildItem}.
 */
@BuildSteps(onlyIf = FlamingockEnabled.class)
class ApplicationPhaseProcessor {

    /** Quarkus fires {@code StartupEvent} in the step that produces what this one consumes. */
    @BuildStep
    @Consume(ApplicationStartBuildItem.class)
    @Record(ExecutionTime.RUNTIME_INIT)
    void end(StartRecorder recorder, PipelineBuildItem pipeline, StartedBuildItem started,
            BuildProducer<ApplicationPhaseBuildItem> phase) {
        if (pipeline.getPipeline().has(Phase.APPLICATION)) {
            if (BeforePorts.isUnknown()) {
                throw new IllegalStateException("This version of Quarkus opens its ports in another way than this version of"
                        + " quarkus-flamingock knows, so changes of phase APPLICATION can't be put before that. Use other"
                        + " versions of the two, or phase SCHEMA only.");
            }
            recorder.end(started.left());
            phase.produce(new ApplicationPhaseBuildItem());
        }
    }
}
