package io.quarkiverse.flamingock.spi;

import java.util.function.Function;

import io.quarkiverse.flamingock.RecoveryStrategy;
import io.quarkiverse.flamingock.error.AuditStoreUnavailableException;
import io.quarkiverse.flamingock.result.ChangeState;

/**
 * What was stored, whatever type a database gives it back as.
 */
record StoredValues(Function<AuditField, ?> values) {

    String text(AuditField field) {
        return (String) values.apply(field);
    }

    Long numberOrNull(AuditField field) {
        return values.apply(field) instanceof Number number ? number.longValue() : null;
    }

    long number(AuditField field) {
        Long number = numberOrNull(field);
        return number == null ? 0 : number;
    }

    ChangeState state() {
        String name = text(AuditField.STATE);
        for (ChangeState state : ChangeState.values()) {
            if (state.name().equals(name)) {
                return state;
            }
        }
        throw unknown("state", name);
    }

    RecoveryStrategy recovery(String name) {
        for (RecoveryStrategy strategy : RecoveryStrategy.values()) {
            if (strategy.name().equals(name)) {
                return strategy;
            }
        }
        throw unknown("recovery strategy", name);
    }

    private AuditStoreUnavailableException unknown(String what, String name) {
        return new AuditStoreUnavailableException("The audit store holds " + what + " '" + name + "' of change '"
                + text(AuditField.CHANGE_ID) + "' (sequence " + number(AuditField.SEQUENCE)
                + "), which is none: a newer version of the extension"
                + " has recorded it, or somebody has changed it");
    }

    boolean flag(AuditField field) {
        return Boolean.TRUE.equals(values.apply(field));
    }
}
