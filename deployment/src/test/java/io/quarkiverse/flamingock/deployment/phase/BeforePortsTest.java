package io.quarkiverse.flamingock.deployment.phase;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.ServiceLoader;
import java.util.concurrent.CopyOnWriteArrayList;

import org.junit.jupiter.api.Test;

import io.quarkus.builder.BuildChain;
import io.quarkus.builder.BuildChainBuilder;
import io.quarkus.builder.BuildProvider;
import io.quarkus.builder.item.BuildItem;
import io.quarkus.builder.item.SimpleBuildItem;

/**
 * What is known of Quarkus by name only.
 */
class BeforePortsTest {

    private static final String NONE = "com.acme.None";

    @Test
    void thisQuarkusIsKnown() {
        assertThat(BeforePorts.find(BeforePorts.PORTS)).isNotNull();
        assertThat(BeforePorts.find(BeforePorts.ASKED_FOR)).isNotNull();
        assertThat(BeforePorts.isUnknown()).isFalse();
    }

    @Test
    void oneThatOpensPortsOtherwiseIsUnknown() {
        assertThat(BeforePorts.isUnknown(BeforePorts.PORTS, NONE)).isTrue();
        assertThat(BeforePorts.isUnknown(NONE, NONE)).as("there are no ports").isFalse();
    }

    /**
     * In a real build another order may come about by chance; here the step of the changes is only there for that of the port.
     */
    @Test
    void whoOpensPortsWaits() throws Exception {
        List<String> done = new CopyOnWriteArrayList<>();
        BuildChainBuilder chain = BuildChain.builder();
        new BeforePorts().installInto(chain);
        chain.addBuildStep(context -> done.add("changes")).produces(ApplicationPhaseBuildItem.class).build();
        chain.addBuildStep(context -> {
            done.add("ports");
            context.produce(new Open());
        }).consumes(BeforePorts.find(BeforePorts.ASKED_FOR).asSubclass(BuildItem.class)).produces(Open.class).build();
        chain.addFinal(Open.class);

        chain.build().createExecutionBuilder("test").execute();
        assertThat(done).containsExactly("changes", "ports");
    }

    private static final class Open extends SimpleBuildItem {
    }

    @Test
    void theBuildFindsIt() {
        assertThat(ServiceLoader.load(BuildProvider.class)).anyMatch(BeforePorts.class::isInstance);
    }
}
