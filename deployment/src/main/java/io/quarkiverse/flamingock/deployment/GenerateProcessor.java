package io.quarkiverse.flamingock.deployment;

import jakarta.inject.Singleton;

import io.quarkiverse.flamingock.deployment.generate.ArgumentsGenerator;
import io.quarkiverse.flamingock.deployment.generate.PipelineGenerator;
import io.quarkiverse.flamingock.runtime.pipeline.Pipeline;
import io.quarkiverse.flamingock.runtime.start.PipelineRecorder;
import io.quarkus.arc.deployment.GeneratedBeanBuildItem;
import io.quarkus.arc.deployment.GeneratedBeanGizmo2Adaptor;
import io.quarkus.arc.deployment.SyntheticBeanBuildItem;
import io.quarkus.deployment.GeneratedClassGizmo2Adaptor;
import io.quarkus.deployment.annotations.BuildProducer;
import io.quarkus.deployment.annotations.BuildStep;
import io.quarkus.deployment.annotations.ExecutionTime;
import io.quarkus.deployment.annotations.Record;
import io.quarkus.deployment.builditem.CombinedIndexBuildItem;
import io.quarkus.deployment.builditem.GeneratedClassBuildItem;
import io.quarkus.deployment.builditem.GeneratedResourceBuildItem;
import io.quarkus.deployment.recording.RecorderContext;

/**
 * Writes the pipeline and publishes it as a bean.
 */
class GenerateProcessor {

    @BuildStep
    void generateArguments(ScannedChangesBuildItem scanned, CombinedIndexBuildItem index,
            BuildProducer<GeneratedBeanBuildItem> beans) {
        ArgumentsGenerator generator = new ArgumentsGenerator(new GeneratedBeanGizmo2Adaptor(beans), index.getIndex());
        scanned.getChanges().forEach(generator::generate);
    }

    @BuildStep
    void generate(PipelineBuildItem pipeline, BuildProducer<GeneratedClassBuildItem> classes,
            BuildProducer<GeneratedResourceBuildItem> resources) {
        new PipelineGenerator(new GeneratedClassGizmo2Adaptor(classes, resources, true)).generate(pipeline.getPipeline());
    }

    /** Knows the generated class by name only: it is generated after all beans are registered, this one among them. */
    @BuildStep
    @Record(ExecutionTime.STATIC_INIT)
    SyntheticBeanBuildItem publish(PipelineRecorder recorder, RecorderContext context) {
        return SyntheticBeanBuildItem.configure(Pipeline.class)
                .scope(Singleton.class)
                .unremovable()
                .runtimeValue(recorder.pipeline(context.newInstance(PipelineGenerator.CLASS_NAME)))
                .done();
    }
}
