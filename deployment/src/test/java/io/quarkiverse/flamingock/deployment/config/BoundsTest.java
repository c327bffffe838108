package io.quarkiverse.flamingock.deployment.config;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

import io.quarkiverse.flamingock.error.FlamingockException;
import io.quarkiverse.flamingock.runtime.config.Bounds;
import io.quarkiverse.flamingock.runtime.config.FlamingockRuntimeConfig;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;

/**
 * Values that nobody can mean.
 */
class BoundsTest {

    record Case(String property, String value, String message) {
    }

    static final List<Case> WRONG = List.of(
            new Case("lock.lease", "0.999S", "is PT0.999S but must be at least 1 s and at most 24 h; 30 s suit most"),
            new Case("lock.lease", "0", "is PT0S but must be at least 1 s and at most 24 h; 30 s suit most"),
            new Case("lock.lease", "-30S", "is PT-30S but must be at least 1 s and at most 24 h; 30 s suit most"),
            new Case("lock.lease", "400D", "is PT9600H but must be at least 1 s and at most 24 h; 30 s suit most"),
            new Case("lock.takeover-grace", "-1S",
                    "is PT-1S but must be at least 0 s and at most 24 h; 0 s ends such a transaction at once"),
            new Case("shutdown-timeout", "-1S", "is PT-1S but must be at least 0 s and at most 24 h; 0 s waits for nothing"),
            new Case("transaction-timeout", "0",
                    "is PT0S but must be at least 1 s; there is no value that means none, and 24 h are more than most need"),
            new Case("transaction-timeout", "-5M",
                    "is PT-5M but must be at least 1 s; there is no value that means none, and 24 h are more than most need"),
            new Case("transaction-timeout", "0.5S",
                    "is PT0.5S but must be at least 1 s; there is no value that means none, and 24 h are more than most need"),
            new Case("service", "s".repeat(256), "has 256 characters, but audit stores keep 255. Shorten it."),
            new Case("service", " ", "is ' ' but must not be blank"),
            new Case("service", "two\nlines",
                    "contains the character U+000A at position 4, which messages can't show and some audit"
                            + " stores can't keep. Take it out."),
            new Case("tag", "t".repeat(256), "has 256 characters, but audit stores keep 255. Shorten it."));

    static final List<Case> RIGHT = List.of(new Case("lock.lease", "1", null), new Case("lock.lease", "24H", null),
            new Case("lock.takeover-grace", "0", null), new Case("shutdown-timeout", "0", null),
            new Case("transaction-timeout", "1", null), new Case("transaction-timeout", "36500D", null),
            new Case("service", "s".repeat(255), null), new Case("conflict-retries", "20", null));

    @ParameterizedTest
    @FieldSource("WRONG")
    void areErrors(Case wrong) {
        assertThatThrownBy(() -> Bounds.check(config(wrong))).isInstanceOf(FlamingockException.class)
                .hasMessage("quarkus.flamingock." + wrong.property() + " " + wrong.message());
    }

    @ParameterizedTest
    @FieldSource("RIGHT")
    void otherOnesAreNot(Case right) {
        assertThatCode(() -> Bounds.check(config(right))).doesNotThrowAnyException();
    }

    @Test
    void aBaselineIsOneOfTwoKinds() {
        assertThatThrownBy(() -> Bounds.check(config(Map.of("quarkus.flamingock.baseline.to-order", "1",
                "quarkus.flamingock.baseline.change-ids", "a,b")))).isInstanceOf(FlamingockException.class)
                .hasMessage(
                        "Both quarkus.flamingock.baseline.to-order and quarkus.flamingock.baseline.change-ids are set, but a"
                                + " baseline is either up to an order or of some changes. Take one of them away.");
    }

    private static FlamingockRuntimeConfig config(Case one) {
        return config(Map.of("quarkus.flamingock." + one.property(), one.value()));
    }

    private static FlamingockRuntimeConfig config(Map<String, String> properties) {
        SmallRyeConfig config = new SmallRyeConfigBuilder().withMapping(FlamingockRuntimeConfig.class)
                .addDiscoveredConverters().addDefaultInterceptors()
                .withSources(new PropertiesConfigSource(properties, "test", 400))
                .build();
        return config.getConfigMapping(FlamingockRuntimeConfig.class);
    }
}
