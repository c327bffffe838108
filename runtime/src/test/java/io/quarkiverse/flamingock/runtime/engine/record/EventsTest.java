package io.quarkiverse.flamingock.runtime.engine.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Set;

import org.junit.jupiter.api.Test;

import io.quarkiverse.flamingock.RecoveryStrategy;
import io.quarkiverse.flamingock.result.AuditEvent;
import io.quarkiverse.flamingock.result.ChangeState;
import io.quarkiverse.flamingock.runtime.engine.port.Identity;
import io.quarkiverse.flamingock.runtime.pipeline.ChangeDescriptor;
import io.quarkiverse.flamingock.spi.AuditField;

/**
 * Row A12: any text can be recorded.
 */
class EventsTest {

    private static final Set<AuditField> AS_THEY_ARE = EnumSet.of(AuditField.EXECUTION_ID, AuditField.CHANGE_ID,
            AuditField.STATE, AuditField.TARGET_SYSTEM, AuditField.RECOVERY, AuditField.ERROR, AuditField.PREVIOUS_HASH);

    @Test
    void appliesToEveryTextOfAnEvent() {
        String text = "x\0".repeat(5000);
        ChangeDescriptor change = new ChangeDescriptor("a", text, text, text, text, "db", true,
                RecoveryStrategy.ALWAYS_RETRY, text, false, false, null, 0);
        Events events = new Events("run-1", new Identity(text, text, text, text));

        AuditEvent event = events.settled(new Events.Of(change, 1, 0, 1, true, null), ChangeState.EXECUTED, text, text, 1);
        assertThat(event.toString()).doesNotContain("\0");
        assertThat(AuditField.values()).filteredOn(field -> field.type() == String.class && !AS_THEY_ARE.contains(field))
                .hasSize(10)
                .allSatisfy(field -> assertThat((String) field.of(event)).as(field.name()).hasSize(field.length()));
        assertThat(events.event(new Events.Of(change, 1, 0, 1, true, null), ChangeState.EXECUTION_FAILED, null, text).error())
                .hasSize(AuditField.ERROR.length());
    }
}
