package io.quarkiverse.flamingock.runtime.engine.settings;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;

import org.junit.jupiter.api.Test;

import io.quarkiverse.flamingock.error.FlamingockException;

/**
 * Values that nobody can mean.
 */
class SettingsTest {

    @Test
    void aKeyIsUsedSinceAnEvent() {
        assertThatThrownBy(() -> new Settings("shop", null, Duration.ofSeconds(30), null, null, 0, () -> "%s", null))
                .isInstanceOf(FlamingockException.class)
                .hasMessage("quarkus.flamingock.audit-store.hmac-key-since is 0 but must"
                        + " be the sequence of an event, at least 1");
    }

    @Test
    void aChangeMayBeInterruptedOnce() {
        assertThatThrownBy(() -> new Settings.Limits(0, 3, 0, Duration.ZERO)).isInstanceOf(FlamingockException.class)
                .hasMessage("quarkus.flamingock.max-interrupted-attempts is 0 but must be at least 1");
    }

    @Test
    void retriesAreNotNegative() {
        assertThatThrownBy(() -> new Settings.Limits(5, -1, 0, Duration.ZERO)).isInstanceOf(FlamingockException.class)
                .hasMessage(
                        "quarkus.flamingock.conflict-retries is -1 but must not be negative; 0 switches retries off");
    }
}
