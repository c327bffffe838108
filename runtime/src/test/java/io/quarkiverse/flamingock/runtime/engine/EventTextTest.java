package io.quarkiverse.flamingock.runtime.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import io.quarkiverse.flamingock.RecoveryStrategy;
import io.quarkiverse.flamingock.result.AuditEvent;
import io.quarkiverse.flamingock.result.ChangeState;
import io.quarkiverse.flamingock.runtime.pipeline.ChangeDescriptor;
import io.quarkiverse.flamingock.spi.EventLimits;

/**
 * Row A12: any text can be recorded.
 */
class EventTextTest {

    @Test
    void cutsWhatIsTooLong() {
        assertThat(EventText.fit("abcd", 4)).isEqualTo("abcd");
        assertThat(EventText.fit("abcde", 4)).isEqualTo("abcd");
        assertThat(EventText.fit(null, 4)).isNull();
    }

    @Test
    void leavesNoHalfOfACharacter() {
        assertThat(EventText.fit("abc🗝", 4)).isEqualTo("abc\uFFFD");
        assertThat(EventText.fit("abc🗝", 5)).isEqualTo("abc🗝");
        assertThat(EventText.fit("a\uD83Db\uDD11", 5)).isEqualTo("a\uFFFDb\uFFFD");
    }

    @Test
    void replacesWhatNoDatabaseStores() {
        assertThat(EventText.fit("a\0b", 5)).isEqualTo("a\uFFFDb");
    }

    @Test
    void appliesToEveryTextOfAnEvent() {
        String text = "x\0".repeat(5000);
        ChangeDescriptor change = new ChangeDescriptor("a", text, text, text, text, "db", true,
                RecoveryStrategy.ALWAYS_RETRY, text, false, false, null, 0);
        Events events = new Events("run-1", new Identity(text, text, text, text));

        AuditEvent event = events.settled(new Events.Of(change, 1, 0, 1, true), ChangeState.EXECUTED, text, text, 1);
        assertThat(event.toString()).doesNotContain("\0");
        assertThat(event.order()).hasSize(EventLimits.TEXT);
        assertThat(event.author()).hasSize(EventLimits.TEXT);
        assertThat(event.description()).hasSize(EventLimits.DESCRIPTION);
        assertThat(event.source()).hasSize(EventLimits.SOURCE);
        assertThat(event.executedBy()).hasSize(EventLimits.TEXT);
        assertThat(event.host()).hasSize(EventLimits.TEXT);
        assertThat(event.applicationVersion()).hasSize(EventLimits.TEXT);
        assertThat(event.tag()).hasSize(EventLimits.TEXT);
        assertThat(event.checksum()).hasSize(EventLimits.TEXT);
        assertThat(event.resolvedBy()).hasSize(EventLimits.RESOLVED_BY);
        assertThat(events.event(new Events.Of(change, 1, 0, 1, true), ChangeState.EXECUTION_FAILED, null, text).error())
                .hasSize(EventLimits.ERROR);
    }
}
