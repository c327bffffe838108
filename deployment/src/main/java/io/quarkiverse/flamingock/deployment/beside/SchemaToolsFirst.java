package io.quarkiverse.flamingock.deployment.beside;

import java.lang.reflect.Field;
import java.util.Collection;
import java.util.List;
import java.util.Map;

import io.quarkus.builder.BuildChainBuilder;
import io.quarkus.builder.BuildProvider;
import io.quarkus.builder.BuildStepBuilder;
import io.quarkus.builder.ChainBuildException;

/**
 * Puts the start of Flyway and Liquibase before that of this extension.
 * <p>
 * Build items can't say that. Their steps produce what says that a schema is ready, that an init task has ended, and that a
 * service has started; so does ours, for Hibernate ORM and Kubernetes to wait for it, and a step can't wait for an item that it
 * produces. So their steps are found by name, and told to come before an item of ours. The steps of a chain are not public,
 * which
 * is why this looks into it; where it does not find what it looks for, the build fails, because an unknown order would be found
 * out on somebody's empty database.
 */
public final class SchemaToolsFirst implements BuildProvider {

    private static final List<String> TOOLS = List.of("io.quarkus.flyway.deployment.FlywayProcessor",
            "io.quarkus.liquibase.deployment.LiquibaseProcessor",
            "io.quarkus.liquibase.mongodb.deployment.LiquibaseMongodbProcessor");
    /** In the name of a step: of the processor, then of its method. */
    private static final String STEP = "[%s#";
    private static final String START = STEP + "start";

    @Override
    public void installInto(BuildChainBuilder chain) throws ChainBuildException {
        for (String tool : TOOLS) {
            if (SchemaToolsFirst.class.getClassLoader().getResource(tool.replace('.', '/') + ".class") != null) {
                order(tool, steps(chain));
            }
        }
    }

    /** Where the tool is switched off for the build it has no steps. */
    static void order(String tool, Collection<BuildStepBuilder> steps) throws ChainBuildException {
        boolean any = false;
        boolean starts = false;
        for (BuildStepBuilder step : steps) {
            any |= step.toString().contains(STEP.formatted(tool));
            if (step.toString().contains(START.formatted(tool))) {
                starts = true;
                step.beforeConsume(SchemaToolsStartedBuildItem.class);
            }
        }
        if (any && !starts) {
            throw unknown("it has no step that begins with 'start'", tool);
        }
    }

    @SuppressWarnings("unchecked")
    private static Collection<BuildStepBuilder> steps(BuildChainBuilder chain) throws ChainBuildException {
        try {
            Field steps = BuildChainBuilder.class.getDeclaredField("steps");
            steps.setAccessible(true);
            return ((Map<BuildStepBuilder, ?>) steps.get(chain)).keySet();
        } catch (ReflectiveOperationException | RuntimeException e) {
            throw unknown("the steps of the build are not where they were (" + e + ")", "Flyway or Liquibase");
        }
    }

    private static ChainBuildException unknown(String why, String tool) {
        return new ChainBuildException("quarkus-flamingock can't put its start after that of " + tool + ": " + why
                + ". It does not know this version of Quarkus; take one that it is tested with, or keep one of the two out of this"
                + " application.");
    }
}
