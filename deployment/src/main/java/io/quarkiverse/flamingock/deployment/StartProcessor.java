package io.quarkiverse.flamingock.deployment;

import java.util.Set;
import java.util.TreeSet;

import jakarta.inject.Singleton;

import io.quarkiverse.flamingock.deployment.beside.SchemaToolsStartedBuildItem;
import io.quarkiverse.flamingock.runtime.config.RuntimeConfiguration;
import io.quarkiverse.flamingock.runtime.injection.CdiInvoker;
import io.quarkiverse.flamingock.runtime.pipeline.TargetDescriptor;
import io.quarkiverse.flamingock.runtime.start.ConfigurationRecorder;
import io.quarkiverse.flamingock.runtime.start.FlamingockProducer;
import io.quarkiverse.flamingock.runtime.start.ShutdownSignal;
import io.quarkiverse.flamingock.runtime.start.StartRecorder;
import io.quarkus.agroal.spi.JdbcDataSourceSchemaReadyBuildItem;
import io.quarkus.arc.deployment.AdditionalBeanBuildItem;
import io.quarkus.arc.deployment.BeanContainerBuildItem;
import io.quarkus.arc.deployment.SyntheticBeanBuildItem;
import io.quarkus.arc.deployment.SyntheticBeansRuntimeInitBuildItem;
import io.quarkus.deployment.annotations.BuildProducer;
import io.quarkus.deployment.annotations.BuildStep;
import io.quarkus.deployment.annotations.BuildSteps;
import io.quarkus.deployment.annotations.Consume;
import io.quarkus.deployment.annotations.ExecutionTime;
import io.quarkus.deployment.annotations.Record;
import io.quarkus.deployment.builditem.ApplicationInfoBuildItem;
import io.quarkus.deployment.builditem.InitTaskCompletedBuildItem;
import io.quarkus.deployment.builditem.ServiceStartBuildItem;
import io.quarkus.deployment.builditem.ShutdownListenerBuildItem;

/**
 * Runs the changes when the application starts: once the datasources are there, after Flyway and Liquibase, before Hibernate
 * ORM looks at their schemas, and before anything that waits for services.
 */
@BuildSteps(onlyIf = FlamingockEnabled.class)
class StartProcessor {

    @BuildStep
    AdditionalBeanBuildItem beans() {
        return AdditionalBeanBuildItem.builder().setUnremovable()
                .addBeanClasses(CdiInvoker.class, FlamingockProducer.class, ShutdownSignal.class).build();
    }

    @BuildStep
    @Record(ExecutionTime.RUNTIME_INIT)
    SyntheticBeanBuildItem configuration(ConfigurationRecorder recorder, ApplicationInfoBuildItem application) {
        return SyntheticBeanBuildItem.configure(RuntimeConfiguration.class)
                .scope(Singleton.class)
                .unremovable()
                .setRuntimeInit()
                .runtimeValue(recorder.configuration(application.getVersion()))
                .done();
    }

    @BuildStep
    @Consume(BeanContainerBuildItem.class)
    @Consume(SyntheticBeansRuntimeInitBuildItem.class)
    @Consume(SchemaToolsStartedBuildItem.class)
    @Record(ExecutionTime.RUNTIME_INIT)
    ServiceStartBuildItem start(StartRecorder recorder, PipelineBuildItem pipeline, TargetsBuildItem targets,
            BuildProducer<StartedBuildItem> started,
            BuildProducer<JdbcDataSourceSchemaReadyBuildItem> schemaReady,
            BuildProducer<InitTaskCompletedBuildItem> initTaskCompleted) {
        started.produce(new StartedBuildItem(recorder.start()));
        // Naming a datasource here switches off what Dev Services would create in it, so only those with changes are.
        Set<String> managed = managedDataSources(pipeline, targets);
        if (!managed.isEmpty()) {
            schemaReady.produce(new JdbcDataSourceSchemaReadyBuildItem(managed));
        }
        // Without it QUARKUS_INIT_AND_EXIT=true would exit before anything has run.
        initTaskCompleted.produce(new InitTaskCompletedBuildItem("flamingock"));
        return new ServiceStartBuildItem("flamingock");
    }

    @BuildStep
    @Consume(BeanContainerBuildItem.class)
    @Consume(SyntheticBeansRuntimeInitBuildItem.class)
    @Record(ExecutionTime.RUNTIME_INIT)
    ShutdownListenerBuildItem shutdown(StartRecorder recorder) {
        return new ShutdownListenerBuildItem(recorder.shutdownListener());
    }

    private static Set<String> managedDataSources(PipelineBuildItem pipeline, TargetsBuildItem targets) {
        Set<String> names = new TreeSet<>();
        for (TargetDescriptor target : pipeline.getPipeline().changed()) {
            names.addAll(targets.targets().datasources(target));
        }
        return names;
    }
}
