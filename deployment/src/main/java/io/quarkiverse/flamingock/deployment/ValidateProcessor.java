package io.quarkiverse.flamingock.deployment;

import java.util.ArrayList;
import java.util.List;

import org.jboss.logging.Logger;

import io.quarkiverse.flamingock.deployment.generate.CompiledPipeline;
import io.quarkiverse.flamingock.deployment.scan.ScannedChange;
import io.quarkiverse.flamingock.deployment.targets.KnownTargets;
import io.quarkiverse.flamingock.deployment.validate.Application;
import io.quarkiverse.flamingock.deployment.validate.ClassRules;
import io.quarkiverse.flamingock.deployment.validate.Findings;
import io.quarkiverse.flamingock.deployment.validate.InvalidChangesException;
import io.quarkiverse.flamingock.deployment.validate.NamedStore;
import io.quarkiverse.flamingock.deployment.validate.PipelineValidator;
import io.quarkiverse.flamingock.runtime.config.FlamingockBuildTimeConfig;
import io.quarkus.arc.deployment.BeanRegistrationPhaseBuildItem;
import io.quarkus.arc.deployment.InvokerFactoryBuildItem;
import io.quarkus.arc.deployment.ObserverRegistrationPhaseBuildItem;
import io.quarkus.arc.deployment.ObserverRegistrationPhaseBuildItem.ObserverConfiguratorBuildItem;
import io.quarkus.deployment.annotations.BuildStep;
import io.quarkus.deployment.annotations.Consume;
import io.quarkus.deployment.annotations.Produce;
import io.quarkus.deployment.builditem.CombinedIndexBuildItem;

/**
 * Checks everything at once, and creates the invokers of a valid pipeline.
 */
class ValidateProcessor {

    private static final Logger LOG = Logger.getLogger("io.quarkiverse.flamingock");

    /**
     * Runs when all beans are registered, and before ArC validates: ArC would stop at the first parameter that it can't
     * resolve. No observer is configured here; saying so is what puts this step before that one.
     */
    @BuildStep
    @Consume(ObserverRegistrationPhaseBuildItem.class)
    @Produce(ObserverConfiguratorBuildItem.class)
    PipelineBuildItem validate(ScannedChangesBuildItem scanned, TargetsBuildItem targets,
            BeanRegistrationPhaseBuildItem beans, InvokerFactoryBuildItem invokers, FlamingockBuildTimeConfig config,
            CombinedIndexBuildItem index) {
        ArcLookup arc = new ArcLookup(beans.getBeanProcessor().getBeanDeployment());
        KnownTargets known = targets.targets().withBeans(arc.existing(targets.targets().beans()));
        List<ScannedChange> changes = included(scanned.getChanges(), arc);
        Application application = new Application(changes, known, NamedStore.of(config),
                config.requireRollback());
        Findings findings = new PipelineValidator(targets.sources(), arc).validate(application);
        if (!findings.errors().isEmpty()) {
            throw new InvalidChangesException(findings.errors());
        }
        if (!findings.warnings().isEmpty()) {
            LOG.warn(Findings.report("warning", findings.warnings()));
        }
        if (changes.isEmpty()) {
            return new PipelineBuildItem(CompiledPipeline.EMPTY);
        }
        return new PipelineBuildItem(
                new PipelineCompiler(application, targets.sources(), arc, invokers, index.getIndex()).compile());
    }

    /** Without those that CDI left out on purpose, as by {@code @IfBuildProfile} or {@code quarkus.arc.exclude-types}. */
    private static List<ScannedChange> included(List<ScannedChange> scanned, ArcLookup arc) {
        List<ScannedChange> included = new ArrayList<>();
        for (ScannedChange change : scanned) {
            if (arc.bean(change) != null || !ClassRules.check(change).isEmpty()) {
                included.add(change);
            } else {
                LOG.infof("Change %s is not part of this build: its class is excluded from the beans of the application",
                        change.className());
            }
        }
        return included;
    }
}
