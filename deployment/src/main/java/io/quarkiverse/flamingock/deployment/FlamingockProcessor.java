package io.quarkiverse.flamingock.deployment;

import io.quarkiverse.flamingock.deployment.scan.AnnotationNames;
import io.quarkiverse.flamingock.runtime.injection.CurrentExecution;
import io.quarkiverse.flamingock.runtime.injection.Supplied;
import io.quarkiverse.flamingock.spi.ChangeTarget;
import io.quarkus.arc.deployment.AdditionalBeanBuildItem;
import io.quarkus.arc.deployment.BeanDefiningAnnotationBuildItem;
import io.quarkus.arc.deployment.UnremovableBeanBuildItem;
import io.quarkus.arc.processor.BuiltinScope;
import io.quarkus.deployment.Capabilities;
import io.quarkus.deployment.Capability;
import io.quarkus.deployment.annotations.BuildProducer;
import io.quarkus.deployment.annotations.BuildStep;
import io.quarkus.deployment.builditem.FeatureBuildItem;

/**
 * What the extension adds to every application: its name, and its beans.
 */
class FlamingockProcessor {

    /** By name, because it can't be loaded in an application without datasources. */
    private static final String JDBC = "io.quarkiverse.flamingock.runtime.jdbc.JdbcTechnology";

    @BuildStep
    FeatureBuildItem feature() {
        return new FeatureBuildItem("flamingock");
    }

    @BuildStep
    BeanDefiningAnnotationBuildItem changesAreBeans() {
        return new BeanDefiningAnnotationBuildItem(AnnotationNames.CHANGE, BuiltinScope.DEPENDENT.getName(), false);
    }

    /** {@link Supplied} is no bean: being listed here makes it known as a qualifier. */
    @BuildStep
    void beans(Capabilities capabilities, BuildProducer<AdditionalBeanBuildItem> beans,
            BuildProducer<UnremovableBeanBuildItem> unremovable) {
        beans.produce(new AdditionalBeanBuildItem(Supplied.class));
        beans.produce(AdditionalBeanBuildItem.unremovableOf(CurrentExecution.class));
        if (capabilities.isPresent(Capability.AGROAL)) {
            beans.produce(AdditionalBeanBuildItem.unremovableOf(JDBC));
        }
        unremovable.produce(UnremovableBeanBuildItem.beanTypes(ChangeTarget.class));
    }
}
