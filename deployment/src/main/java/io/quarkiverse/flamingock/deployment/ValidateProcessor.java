package io.quarkiverse.flamingock.deployment;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.eclipse.microprofile.config.ConfigProvider;
import org.jboss.jandex.DotName;
import org.jboss.logging.Logger;

import io.quarkiverse.flamingock.deployment.generate.CompiledPipeline;
import io.quarkiverse.flamingock.deployment.outside.Datasources;
import io.quarkiverse.flamingock.deployment.outside.OutsideAnalysis;
import io.quarkiverse.flamingock.deployment.scan.ClassFiles;
import io.quarkiverse.flamingock.deployment.scan.ScannedChange;
import io.quarkiverse.flamingock.deployment.targets.KnownTargets;
import io.quarkiverse.flamingock.deployment.targets.SchemaCleaning;
import io.quarkiverse.flamingock.deployment.targets.SchemaGeneration;
import io.quarkiverse.flamingock.deployment.validate.Application;
import io.quarkiverse.flamingock.deployment.validate.ComponentAnnotations;
import io.quarkiverse.flamingock.deployment.validate.DatasourceRules;
import io.quarkiverse.flamingock.deployment.validate.Findings;
import io.quarkiverse.flamingock.deployment.validate.InvalidChangesException;
import io.quarkiverse.flamingock.deployment.validate.NamedStore;
import io.quarkiverse.flamingock.deployment.validate.OpenerRules;
import io.quarkiverse.flamingock.deployment.validate.PipelineValidator;
import io.quarkiverse.flamingock.deployment.validate.Policies;
import io.quarkiverse.flamingock.deployment.validate.Problem;
import io.quarkiverse.flamingock.runtime.config.FlamingockBuildTimeConfig;
import io.quarkiverse.flamingock.runtime.pipeline.TargetDescriptor;
import io.quarkiverse.flamingock.spi.AuditStore;
import io.quarkiverse.flamingock.spi.ChangeTarget;
import io.quarkus.arc.deployment.BeanRegistrationPhaseBuildItem;
import io.quarkus.arc.deployment.CustomScopeAnnotationsBuildItem;
import io.quarkus.arc.deployment.InterceptorBindingRegistrarBuildItem;
import io.quarkus.arc.deployment.ObserverRegistrationPhaseBuildItem;
import io.quarkus.arc.deployment.ObserverRegistrationPhaseBuildItem.ObserverConfiguratorBuildItem;
import io.quarkus.deployment.Capabilities;
import io.quarkus.deployment.Capability;
import io.quarkus.deployment.annotations.BuildStep;
import io.quarkus.deployment.annotations.BuildSteps;
import io.quarkus.deployment.annotations.Consume;
import io.quarkus.deployment.annotations.Produce;
import io.quarkus.deployment.builditem.CombinedIndexBuildItem;
import io.quarkus.deployment.builditem.LaunchModeBuildItem;
import io.smallrye.config.SmallRyeConfig;

/**
 * Checks everything at once, and compiles a valid pipeline.
 */
@BuildSteps(onlyIf = FlamingockEnabled.class)
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
            BeanRegistrationPhaseBuildItem beans, LookupsBuildItem lookups, FlamingockBuildTimeConfig config,
            CombinedIndexBuildItem index, List<InterceptorBindingRegistrarBuildItem> bindings,
            CustomScopeAnnotationsBuildItem scopes, List<FindingsBuildItem> before, Capabilities capabilities,
            LaunchModeBuildItem launchMode) {
        ArcLookup arc = new ArcLookup(beans.getBeanProcessor().getBeanDeployment());
        KnownTargets known = targets.targets().withBeans(
                arc.existing(targets.targets().beans(), ChangeTarget.class),
                arc.existing(targets.targets().storeBeans(), AuditStore.class));
        List<ScannedChange> changes = scanned.getChanges();
        Application application = new Application(changes, known, NamedStore.of(config), Policies.of(config));
        OutsideAnalysis outside = new OutsideAnalysis(index.getIndex(), ClassFiles.ofBuild(index.getIndex()), targets.sources(),
                Datasources.of(ConfigProvider.getConfig()), arc::chosen);
        Findings findings = new PipelineValidator(targets.sources(), arc, components(index, bindings, scopes), outside)
                .validate(application).and(datasources(known, capabilities, launchMode).check(application));
        for (FindingsBuildItem each : before) {
            findings = findings.and(each.findings());
        }
        List<Problem> errors = findings.errors().isEmpty() ? new OpenerRules(arc::hasBean).check(application)
                : findings.errors();
        if (!errors.isEmpty()) {
            throw new InvalidChangesException(errors);
        }
        if (!findings.warnings().isEmpty()) {
            LOG.warn(Findings.report("warning", findings.warnings()));
        }
        CompiledPipeline pipeline = changes.isEmpty() ? CompiledPipeline.EMPTY
                : new PipelineCompiler(application, new CodeCompiler(targets.sources(), lookups.catalog(), arc, outside),
                        index.getIndex()).compile();
        LOG.info(pipeline.summary());
        return new PipelineBuildItem(pipeline);
    }

    private static DatasourceRules datasources(KnownTargets targets, Capabilities capabilities,
            LaunchModeBuildItem launchMode) {
        SmallRyeConfig config = ConfigProvider.getConfig().unwrap(SmallRyeConfig.class);
        List<String> names = targets.names(TargetDescriptor.Kind.JDBC);
        List<SchemaCleaning> cleanings = new ArrayList<>();
        if (isOn(capabilities, Capability.FLYWAY, "quarkus.flyway.enabled", config)) {
            cleanings.addAll(SchemaCleaning.byFlyway(config, names));
        }
        if (isOn(capabilities, Capability.LIQUIBASE, "quarkus.liquibase.enabled", config)) {
            cleanings.addAll(SchemaCleaning.byLiquibase(config, names));
        }
        return new DatasourceRules(config,
                isOn(capabilities, Capability.HIBERNATE_ORM, "quarkus.hibernate-orm.enabled", config)
                        ? SchemaGeneration.of(config)
                        : List.of(),
                cleanings, launchMode.getLaunchMode());
    }

    private static boolean isOn(Capabilities capabilities, String capability, String enabled, SmallRyeConfig config) {
        return capabilities.isPresent(capability) && config.getOptionalValue(enabled, Boolean.class).orElse(true);
    }

    private static ComponentAnnotations components(CombinedIndexBuildItem index,
            List<InterceptorBindingRegistrarBuildItem> bindings, CustomScopeAnnotationsBuildItem scopes) {
        Set<DotName> registered = new HashSet<>();
        for (InterceptorBindingRegistrarBuildItem binding : bindings) {
            binding.getInterceptorBindingRegistrar().getAdditionalBindings()
                    .forEach(each -> registered.add(each.getName()));
        }
        for (DotName scope : scopes.getCustomScopeNames()) {
            registered.add(scope);
        }
        return new ComponentAnnotations(ClassFiles.ofBuild(index.getIndex()), registered);
    }
}
