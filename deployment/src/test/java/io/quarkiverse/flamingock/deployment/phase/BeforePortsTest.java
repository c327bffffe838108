package io.quarkiverse.flamingock.deployment.phase;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ServiceLoader;

import org.junit.jupiter.api.Test;

import io.quarkus.builder.BuildProvider;

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

    @Test
    void theBuildFindsIt() {
        assertThat(ServiceLoader.load(BuildProvider.class)).anyMatch(BeforePorts.class::isInstance);
    }
}
