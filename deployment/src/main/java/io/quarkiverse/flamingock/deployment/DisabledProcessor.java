package io.quarkiverse.flamingock.deployment;

import jakarta.inject.Singleton;

import org.jboss.logging.Logger;

import io.quarkiverse.flamingock.Flamingock;
import io.quarkiverse.flamingock.deployment.scan.AnnotationNames;
import io.quarkiverse.flamingock.runtime.start.PipelineRecorder;
import io.quarkus.arc.deployment.SyntheticBeanBuildItem;
import io.quarkus.deployment.annotations.BuildStep;
import io.quarkus.deployment.annotations.BuildSteps;
import io.quarkus.deployment.annotations.ExecutionTime;
import io.quarkus.deployment.annotations.Record;
import io.quarkus.deployment.builditem.CombinedIndexBuildItem;

/**
 * What is left of the extension where it is not enabled: a facade without changes, for whoever injects it.
 */
@BuildSteps(onlyIfNot = FlamingockEnabled.class)
class DisabledProcessor {

    private static final Logger LOG = Logger.getLogger("io.quarkiverse.flamingock");

    @BuildStep
    @Record(ExecutionTime.STATIC_INIT)
    SyntheticBeanBuildItem facade(PipelineRecorder recorder, CombinedIndexBuildItem index) {
        int changes = index.getIndex().getAnnotations(AnnotationNames.CHANGE).size();
        if (changes > 0) {
            LOG.infof("Flamingock is not enabled (quarkus.flamingock.enabled=false): this build leaves out %s",
                    changes == 1 ? "1 change" : changes + " changes");
        }
        return SyntheticBeanBuildItem.configure(Flamingock.class)
                .scope(Singleton.class)
                .runtimeValue(recorder.disabled())
                .done();
    }
}
