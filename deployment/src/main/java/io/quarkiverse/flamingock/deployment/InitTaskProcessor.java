package io.quarkiverse.flamingock.deployment;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

import io.quarkiverse.flamingock.Phase;
import io.quarkiverse.flamingock.deployment.generate.CompiledPipeline;
import io.quarkiverse.flamingock.runtime.config.FlamingockBuildTimeConfig;
import io.quarkus.deployment.Capabilities;
import io.quarkus.deployment.Capability;
import io.quarkus.deployment.annotations.BuildProducer;
import io.quarkus.deployment.annotations.BuildStep;
import io.quarkus.deployment.annotations.BuildSteps;
import io.quarkus.deployment.builditem.ApplicationInfoBuildItem;
import io.quarkus.deployment.builditem.InitTaskBuildItem;

/**
 * The Kubernetes Job that applies the changes before the application that waits for it starts.
 */
@BuildSteps(onlyIf = FlamingockEnabled.class)
class InitTaskProcessor {

    /** Of a label of Kubernetes, which the name of a Job becomes. */
    private static final int LONGEST_NAME = 63;
    private static final int DIGITS = 8;

    /**
     * Another version, and other changes under the same version as with snapshots, are another Job: the one that has completed
     * for those before satisfies nobody, and nothing of it would have to be edited, which Kubernetes refuses.
     */
    @BuildStep
    void initTask(FlamingockBuildTimeConfig config, ApplicationInfoBuildItem application, PipelineBuildItem built,
            Capabilities capabilities, BuildProducer<InitTaskBuildItem> tasks) {
        CompiledPipeline pipeline = built.getPipeline();
        if (!config.initTask() || pipeline.changes().isEmpty()) {
            return;
        }
        tasks.produce(InitTaskBuildItem.create()
                .withName(name(application.getName(), application.getVersion(), pipeline.fingerprint()))
                .withTaskEnvVars(taskVariables(capabilities))
                .withAppEnvVars(application(pipeline))
                .withSharedEnvironment(true)
                .withSharedFilesystem(true));
    }

    /** The Job ends before the application, so what needs the application is applied by the pods themselves. */
    private static Map<String, String> application(CompiledPipeline pipeline) {
        return pipeline.has(Phase.APPLICATION) ? Map.of()
                : Map.of("QUARKUS_FLAMINGOCK_APPLY_AT_START", "false", "QUARKUS_FLAMINGOCK_ON_PENDING", "fail");
    }

    /** Theirs first, also where their own Jobs, which begin at the same time, have not ended. */
    private static Map<String, String> taskVariables(Capabilities capabilities) {
        Map<String, String> variables = new TreeMap<>(
                Map.of("QUARKUS_INIT_AND_EXIT", "true", "QUARKUS_FLAMINGOCK_APPLY_AT_START", "true"));
        if (capabilities.isPresent(Capability.FLYWAY)) {
            variables.put("QUARKUS_FLYWAY_ACTIVE", "true");
        }
        if (capabilities.isPresent(Capability.LIQUIBASE)) {
            variables.put("QUARKUS_LIQUIBASE_ENABLED", "true");
        }
        return variables;
    }

    /** Quarkus takes the first and the last word off and puts them back, so they have to stay. */
    static String name(String application, String version, String fingerprint) {
        String first = application + "-flamingock-";
        String last = fingerprint.substring(0, DIGITS) + "-init";
        String middle = version.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        int room = Math.max(0, LONGEST_NAME - first.length() - last.length() - 1);
        middle = middle.substring(0, Math.min(room, middle.length())).replaceAll("-$", "");
        return first + (middle.isEmpty() ? "" : middle + "-") + last;
    }
}
