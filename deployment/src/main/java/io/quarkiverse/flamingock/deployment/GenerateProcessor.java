package io.quarkiverse.flamingock.deployment;

import jakarta.inject.Singleton;

import org.jboss.jandex.DotName;

import io.quarkiverse.flamingock.deployment.generate.ChangeCodeGenerator;
import io.quarkiverse.flamingock.deployment.generate.CodeGroups;
import io.quarkiverse.flamingock.deployment.generate.PipelineGenerator;
import io.quarkiverse.flamingock.runtime.pipeline.PipelineSource;
import io.quarkiverse.flamingock.runtime.start.PipelineRecorder;
import io.quarkus.arc.deployment.CompletedApplicationClassPredicateBuildItem;
import io.quarkus.arc.deployment.SyntheticBeanBuildItem;
import io.quarkus.deployment.GeneratedClassGizmo2Adaptor;
import io.quarkus.deployment.annotations.BuildProducer;
import io.quarkus.deployment.annotations.BuildStep;
import io.quarkus.deployment.annotations.BuildSteps;
import io.quarkus.deployment.annotations.ExecutionTime;
import io.quarkus.deployment.annotations.Record;
import io.quarkus.deployment.builditem.GeneratedClassBuildItem;
import io.quarkus.deployment.builditem.GeneratedResourceBuildItem;
import io.quarkus.deployment.recording.RecorderContext;

/**
 * Writes the pipeline and publishes it as a bean.
 */
@BuildSteps(onlyIf = FlamingockEnabled.class)
class GenerateProcessor {

    /** The code of a change that is not loaded with the application, as from a library, is loaded where its class is. */
    @BuildStep
    void generate(PipelineBuildItem pipeline, CompletedApplicationClassPredicateBuildItem applicationClasses,
            BuildProducer<GeneratedClassBuildItem> classes, BuildProducer<GeneratedResourceBuildItem> resources) {
        CodeGroups groups = new CodeGroups(pipeline.getPipeline().changes(),
                name -> applicationClasses.test(DotName.createSimple(name)));
        GeneratedClassGizmo2Adaptor ofApplication = new GeneratedClassGizmo2Adaptor(classes, resources, true);
        new PipelineGenerator(ofApplication).generate(pipeline.getPipeline(), groups);
        new ChangeCodeGenerator(ofApplication).generate(groups, true);
        new ChangeCodeGenerator(new GeneratedClassGizmo2Adaptor(classes, resources, false)).generate(groups, false);
    }

    /** Knows the generated class by name only: it is generated after all beans are registered, this one among them. */
    @BuildStep
    @Record(ExecutionTime.STATIC_INIT)
    SyntheticBeanBuildItem publish(PipelineRecorder recorder, RecorderContext context) {
        return SyntheticBeanBuildItem.configure(PipelineSource.class)
                .scope(Singleton.class)
                .unremovable()
                .runtimeValue(recorder.pipeline(context.newInstance(PipelineGenerator.CLASS_NAME)))
                .done();
    }
}
