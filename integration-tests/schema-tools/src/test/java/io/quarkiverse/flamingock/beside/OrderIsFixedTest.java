package io.quarkiverse.flamingock.beside;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Field;
import java.util.Map;

import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkus.builder.BuildChainBuilder;
import io.quarkus.builder.BuildStepBuilder;
import io.quarkus.builder.item.EmptyBuildItem;
import io.quarkus.test.QuarkusUnitTest;

/**
 * That theirs comes first is no chance of this build: whoever orders it the other way round contradicts that, and the build
 * fails.
 */
class OrderIsFixedTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = Apps.on("order-is-fixed", Apps::script, Changes._1__Price.class)
            .overrideConfigKey("quarkus.hibernate-orm.enabled", "false")
            .overrideConfigKey("quarkus.flyway.migrate-at-start", "true")
            .addBuildChainCustomizer(OrderIsFixedTest::reverse)
            .assertException(thrown -> assertThat(thrown).hasStackTraceContaining("Cycle detected")
                    .hasStackTraceContaining("FlywayProcessor#startActions").hasStackTraceContaining("StartProcessor#start"));

    /** Between the two steps, the wrong way round. */
    public static final class OursFirst extends EmptyBuildItem {
    }

    private static void reverse(BuildChainBuilder chain) {
        try {
            Field steps = BuildChainBuilder.class.getDeclaredField("steps");
            steps.setAccessible(true);
            for (Object step : ((Map<?, ?>) steps.get(chain)).keySet()) {
                if (step.toString().contains("FlywayProcessor#startActions]")) {
                    ((BuildStepBuilder) step).afterProduce(OursFirst.class);
                } else if (step.toString().contains("flamingock.deployment.StartProcessor#start]")) {
                    ((BuildStepBuilder) step).beforeConsume(OursFirst.class);
                }
            }
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void buildFails() {
        Assertions.fail("the application must not be built");
    }
}
