package io.quarkiverse.flamingock.deployment.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

import io.quarkiverse.flamingock.runtime.config.FlamingockRuntimeConfig;
import io.quarkiverse.flamingock.runtime.config.TargetProperty;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;

class TargetPropertyTest {

    static final List<String> IDS = List.of("inventory", "user-database", "user database", "a.b", "a=b", "a:b", "say \"hi\"",
            "a\\b", "it's", "a$b", "#a", "änderung");

    @Test
    void isWrittenInQuotes() {
        assertThat(TargetProperty.of("user-database")).isEqualTo("quarkus.flamingock.target-systems.\"user-database\"");
    }

    /** A line of application.properties with it is about that target system. */
    @ParameterizedTest
    @FieldSource("IDS")
    void namesTheTargetSystem(String id) throws IOException {
        Properties file = new Properties();
        file.load(new StringReader(TargetProperty.of(id) + ".database=shop"));
        Map<String, String> values = new HashMap<>();
        file.forEach((key, value) -> values.put((String) key, (String) value));
        SmallRyeConfig config = new SmallRyeConfigBuilder().withMapping(FlamingockRuntimeConfig.class)
                .addDiscoveredConverters().addDefaultInterceptors().withSources(new PropertiesConfigSource(values, "file", 250))
                .build();

        assertThat(config.getConfigMapping(FlamingockRuntimeConfig.class).targetSystems()).containsOnlyKeys(id);
    }
}
