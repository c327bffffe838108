package io.quarkiverse.flamingock.spi;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;

import org.junit.jupiter.api.Test;

import io.quarkiverse.flamingock.result.AuditEvent;
import io.quarkiverse.flamingock.result.ChangeState;
import io.quarkiverse.flamingock.test.contract.Events;

/**
 * What goes into a store field by field comes out of it again.
 */
class AuditFieldTest {

    private static final AuditEvent EVENT = AuditField.event(field -> field == AuditField.TIME ? Instant.EPOCH
            : field.of(Events.event(9, "a", ChangeState.EXECUTION_FAILED, "it broke")));

    @Test
    void theFieldsAreTheWholeEvent() {
        assertThat(AuditField.event(field -> field.of(EVENT))).isEqualTo(EVENT);
        assertThat(EVENT.time()).isEqualTo(Instant.EPOCH);
    }

    @Test
    void valuesAreOfTheirType() {
        assertThat(AuditField.values()).allSatisfy(field -> assertThat(field.of(EVENT)).isInstanceOf(field.type()));
        assertThat(AuditField.values()).allSatisfy(
                field -> assertThat(field.length() > 0).isEqualTo(field.type() == String.class));
    }

    @Test
    void whatIsMissingWasNotStoredThen() {
        AuditEvent event = AuditField.event(Map.of(AuditField.STATE, "UNDONE")::get);
        assertThat(event.state()).isEqualTo(ChangeState.UNDONE);
        assertThat(event.execution().interruptions()).isZero();
        assertThat(event.execution().transactional()).isFalse();
        assertThat(event.execution().duration()).isNull();
        assertThat(event.change().recovery()).isNull();
        assertThat(event.settlement()).isNull();
    }

    @Test
    void aStateIsMadeOfItsFieldsOnly() {
        StateRow row = AuditField.state(field -> field.inState() ? field.of(EVENT) : "unexpected");
        assertThat(row).isEqualTo(new StateRow("a", ChangeState.EXECUTION_FAILED, 2, 7, "inventory", "20250923_01", "c0ffee",
                true, 9, "it broke", 3));
    }
}
