package io.quarkiverse.flamingock.deployment.beside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import io.quarkus.builder.BuildChain;
import io.quarkus.builder.BuildChainBuilder;
import io.quarkus.builder.BuildContext;
import io.quarkus.builder.BuildStep;
import io.quarkus.builder.BuildStepBuilder;
import io.quarkus.builder.ChainBuildException;
import io.quarkus.builder.item.SimpleBuildItem;

/** The steps of others that come before ours. That they really do is tested with Flyway and Liquibase, in schema-tools. */
class SchemaToolsFirstTest {

    private static final String TOOL = "io.quarkus.flyway.deployment.FlywayProcessor";

    /** What the chain is run for. */
    public static final class Done extends SimpleBuildItem {
    }

    private final List<String> run = new ArrayList<>();
    private final BuildChainBuilder chain = BuildChain.builder();

    private BuildStepBuilder step(String name) {
        return chain.addBuildStep(new BuildStep() {
            @Override
            public void execute(BuildContext context) {
                synchronized (run) {
                    run.add(name);
                }
            }

            @Override
            public String toString() {
                return name;
            }
        });
    }

    @Test
    void theirStartComesFirst() throws Exception {
        BuildStepBuilder ours = step("ours").afterProduce(SchemaToolsStartedBuildItem.class).beforeConsume(Done.class);
        BuildStepBuilder theirs = step(TOOL + "#startActions");
        BuildStepBuilder other = step(TOOL + "#createBeans").beforeConsume(Done.class);
        SchemaToolsFirst.order(TOOL, List.of(ours, theirs, other));
        ours.build();
        theirs.build();
        other.build();
        chain.addBuildStep(context -> context.produce(new Done())).produces(Done.class).build();
        chain.addFinal(Done.class).build().createExecutionBuilder("test").execute();
        assertThat(run).containsSubsequence(TOOL + "#startActions", "ours");
    }

    @Test
    void noStepsAreAToolThatIsSwitchedOff() throws Exception {
        SchemaToolsFirst.order(TOOL, List.of(step("io.quarkus.flyway.deployment.FlywayAlwaysEnabledProcessor#feature")));
    }

    @Test
    void aToolThatIsNotWhatItWasFailsTheBuild() {
        assertThatThrownBy(() -> SchemaToolsFirst.order(TOOL, List.of(step(TOOL + "#createBeans"))))
                .isInstanceOf(ChainBuildException.class)
                .hasMessage("quarkus-flamingock can't put its start after that of " + TOOL + ": it has no step that begins with"
                        + " 'start'. It does not know this version of Quarkus; take one that it is tested with, or keep one of"
                        + " the two out of this application.");
    }
}
