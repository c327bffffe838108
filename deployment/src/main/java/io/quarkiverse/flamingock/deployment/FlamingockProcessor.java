package io.quarkiverse.flamingock.deployment;

import io.quarkiverse.flamingock.spi.AuditStore;
import io.quarkiverse.flamingock.spi.AuditStoreKind;
import io.quarkiverse.flamingock.spi.ChangeTarget;
import io.quarkiverse.flamingock.spi.ChangeTargetKind;
import io.quarkus.arc.deployment.UnremovableBeanBuildItem;
import io.quarkus.deployment.annotations.BuildStep;
import io.quarkus.deployment.builditem.FeatureBuildItem;

/**
 * What the extension adds to every application: its name; and beans that it keeps, because they are looked up.
 */
class FlamingockProcessor {

    @BuildStep
    FeatureBuildItem feature() {
        return new FeatureBuildItem("flamingock");
    }

    @BuildStep
    UnremovableBeanBuildItem beans() {
        return UnremovableBeanBuildItem.beanTypes(ChangeTarget.class, ChangeTargetKind.class, AuditStore.class,
                AuditStoreKind.class);
    }
}
