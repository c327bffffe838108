package io.quarkiverse.flamingock.runtime.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;

import org.junit.jupiter.api.Test;

import io.quarkiverse.flamingock.RecoveryStrategy;
import io.quarkiverse.flamingock.result.AuditEvent;
import io.quarkiverse.flamingock.result.ChangeState;

/**
 * Which parts of an event its hash depends on.
 */
class HashChainTest {

    private static final HashChain CHAIN = new HashChain(null);

    @Test
    void everythingButTheTimeIsPartOfTheHash() throws Exception {
        RecordComponent[] components = AuditEvent.class.getRecordComponents();
        Class<?>[] types = new Class<?>[components.length];
        for (int i = 0; i < types.length; i++) {
            types[i] = components[i].getType();
        }
        Set<String> hashes = new HashSet<>();
        for (int changed = 0; changed < types.length; changed++) {
            Object[] values = new Object[types.length];
            for (int i = 0; i < types.length; i++) {
                values[i] = value(types[i], i == changed);
            }
            hashes.add(CHAIN.hash(AuditEvent.class.getDeclaredConstructor(types).newInstance(values)));
        }
        // One for each component; that of the time is the one of an event in which nothing is changed.
        assertThat(hashes).hasSize(types.length);
        assertThat(hashes).contains(CHAIN.hash(event("", "")));
    }

    @Test
    void valuesCantMoveFromOneFieldToTheNext() {
        assertThat(CHAIN.hash(event("ab", ""))).isNotEqualTo(CHAIN.hash(event("a", "b")));
    }

    @Test
    void anEmptyTextIsNone() {
        assertThat(CHAIN.hash(event(null, "a"))).isEqualTo(CHAIN.hash(event("", "a")));
    }

    private static AuditEvent event(String order, String author) {
        return new AuditEvent(1, "", 1, "", ChangeState.STARTED, "", order, author, "", "", false,
                RecoveryStrategy.ALWAYS_RETRY, 1, null, Duration.ofNanos(1), "", "", "", "", "", "", "", 1L, 1, "");
    }

    private static Object value(Class<?> type, boolean changed) {
        if (type == String.class) {
            return changed ? "changed" : "";
        }
        if (type == int.class) {
            return changed ? 2 : 1;
        }
        if (type == long.class || type == Long.class) {
            return changed ? 2L : 1L;
        }
        if (type == boolean.class) {
            return changed;
        }
        if (type == Duration.class) {
            return Duration.ofNanos(changed ? 2 : 1);
        }
        if (type == ChangeState.class) {
            return changed ? ChangeState.EXECUTED : ChangeState.STARTED;
        }
        if (type == RecoveryStrategy.class) {
            return changed ? RecoveryStrategy.MANUAL_INTERVENTION : RecoveryStrategy.ALWAYS_RETRY;
        }
        return type == Instant.class && changed ? Instant.EPOCH : null;
    }
}
