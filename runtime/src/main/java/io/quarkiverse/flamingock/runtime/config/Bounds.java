package io.quarkiverse.flamingock.runtime.config;

import java.time.Duration;

import io.quarkiverse.flamingock.error.FlamingockException;
import io.quarkiverse.flamingock.spi.AuditField;

/**
 * What values of the configuration can't mean. Looked at when the application starts, whether or not something is pending, and
 * not when a value is first used.
 */
public final class Bounds {

    private static final String PREFIX = "quarkus.flamingock.";
    private static final Duration SHORTEST = Duration.ofSeconds(1);
    private static final Duration DAY = Duration.ofDays(1);

    private Bounds() {
    }

    /**
     * @param config what is configured for this start
     * @throws FlamingockException when a value is out of its bounds; names the property, the value and what it may be
     */
    public static void check(FlamingockRuntimeConfig config) {
        between("lock.lease", config.lock().lease(), SHORTEST, DAY, "30 s suit most");
        between("lock.takeover-grace", config.lock().takeoverGrace(), Duration.ZERO, DAY,
                "0 s ends such a transaction at once");
        between("shutdown-timeout", config.shutdownTimeout(), Duration.ZERO, DAY, "0 s waits for nothing");
        between("connect-retry-interval", config.connectRetryInterval(), SHORTEST, DAY, "120 s suit most");
        if (config.transactionTimeout().compareTo(SHORTEST) < 0) {
            throw new FlamingockException(PREFIX + "transaction-timeout is " + config.transactionTimeout()
                    + " but must be at least 1 s; there is no value that means none, and 24 h are more than most need");
        }
        text("service", config.service());
        if (config.tag().isPresent()) {
            text("tag", config.tag().get());
        }
        if (config.baseline().toOrder().isPresent() && config.baseline().changeIds().isPresent()) {
            throw new FlamingockException(
                    "Both " + PREFIX + "baseline.to-order and " + PREFIX + "baseline.change-ids are set, but"
                            + " a baseline is either up to an order or of some changes. Take one of them away.");
        }
    }

    private static void between(String property, Duration value, Duration least, Duration most, String hint) {
        if (value.compareTo(least) < 0 || value.compareTo(most) > 0) {
            throw new FlamingockException(PREFIX + property + " is " + value + " but must be at least " + least.toSeconds()
                    + " s and at most " + most.toHours() + " h; " + hint);
        }
    }

    /** The name of the service and the tag are columns of every event. */
    private static void text(String property, String value) {
        if (value.isBlank()) {
            throw new FlamingockException(PREFIX + property + " is '" + value + "' but must not be blank");
        }
        if (value.length() > AuditField.TEXT_LENGTH) {
            throw new FlamingockException(PREFIX + property + " has " + value.length() + " characters, but audit stores keep "
                    + AuditField.TEXT_LENGTH + ". Shorten it.");
        }
        if (ControlCharacter.in(value) >= 0) {
            throw new FlamingockException(PREFIX + property + " contains " + ControlCharacter.named(value)
                    + ", which messages can't show and some audit stores can't keep. Take it out.");
        }
    }
}
