package io.quarkiverse.flamingock.spi;

import static io.quarkiverse.flamingock.spi.Events.event;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import io.quarkiverse.flamingock.AuditEvent;
import io.quarkiverse.flamingock.ChangeState;
import io.quarkiverse.flamingock.HistoryQuery;

/**
 * What every audit store keeps of an event, and how it gives it back. Each test has a store of its own that was never
 * prepared.
 */
public abstract class AuditStoreHistoryContract {

    /** Another process's view of the store of this test. */
    protected abstract AuditStore store();

    /** What the clock of the store says. */
    protected abstract Instant now() throws Exception;

    @Test
    void keepsEveryField() {
        store().prepare();
        AuditEvent event = event(1, "a", ChangeState.EXECUTION_FAILED, "it broke");
        write(0, null, event);
        AuditEvent stored = store().history("shop", HistoryQuery.newest(10)).get(0);
        assertThat(stored).usingRecursiveComparison().ignoringFields("time").isEqualTo(event);
        assertThat(store().snapshot("shop").states()).containsOnly(Map.entry("a",
                new StateRow("a", ChangeState.EXECUTION_FAILED, 2, 7, "inventory", "20250923_01", "c0ffee", true, 1,
                        "it broke")));
    }

    @Test
    void keepsAbsentFields() {
        store().prepare();
        AuditEvent event = new AuditEvent(1, null, 0, "a", ChangeState.STARTED, "inventory", null, null, null, null, false,
                null, 0, null, null, null, null, null, null, null, null, null);
        write(0, null, event);
        AuditEvent stored = store().history("shop", HistoryQuery.newest(10)).get(0);
        assertThat(stored).usingRecursiveComparison().ignoringFields("time").isEqualTo(event);
        assertThat(store().snapshot("shop").states().get("a"))
                .isEqualTo(new StateRow("a", ChangeState.STARTED, 0, 0, "inventory", null, null, false, 1, null));
    }

    @Test
    void keepsTextInAnyLanguage() {
        store().prepare();
        write(0, null, event(1, "änderung-変更", ChangeState.EXECUTION_FAILED, "Schlüssel 🗝 fehlt's \"hier\" \\ {,} ?"));
        assertThat(store().history("shop", HistoryQuery.ofChange("änderung-変更"))).extracting(AuditEvent::error)
                .containsExactly("Schlüssel 🗝 fehlt's \"hier\" \\ {,} ?");
    }

    @Test
    void givesEventsItsOwnTime() throws Exception {
        store().prepare();
        Instant before = now().truncatedTo(ChronoUnit.MILLIS);
        write(0, null, event(1, "a", ChangeState.STARTED));
        assertThat(store().history("shop", HistoryQuery.newest(1)).get(0).time()).isBetween(before, now());
    }

    @Test
    void keepsTheLastOfSeveralEvents() {
        store().prepare();
        write(0, null, event(1, "a", ChangeState.EXECUTION_FAILED, "it broke"), event(2, "a", ChangeState.ROLLED_BACK),
                event(3, "b", ChangeState.STARTED));
        assertThat(store().head("shop").sequence()).isEqualTo(3);
        assertThat(store().snapshot("shop").states().values()).extracting(StateRow::changeId, StateRow::state,
                StateRow::sequence, StateRow::error).containsExactlyInAnyOrder(
                        tuple("a", ChangeState.ROLLED_BACK, 2L, null),
                        tuple("b", ChangeState.STARTED, 3L, null));
        write(3, null, event(4, "b", ChangeState.EXECUTED));
        assertThat(store().snapshot("shop").states().get("b").state()).isEqualTo(ChangeState.EXECUTED);
        assertThat(store().history("shop", HistoryQuery.newest(10))).extracting(AuditEvent::sequence)
                .containsExactly(4L, 3L, 2L, 1L);
    }

    @Test
    void filtersTheHistory() throws Exception {
        store().prepare();
        write(0, null, event(1, "a", ChangeState.STARTED), event(2, "a", ChangeState.EXECUTED),
                event(3, "b", ChangeState.STARTED), event(4, "b", ChangeState.EXECUTED));
        assertThat(sequences(HistoryQuery.newest(3))).containsExactly(4L, 3L, 2L);
        assertThat(sequences(HistoryQuery.ofChange("a"))).containsExactly(2L, 1L);
        assertThat(sequences(new HistoryQuery("b", null, 1))).containsExactly(4L);
        Instant time = store().history("shop", HistoryQuery.newest(1)).get(0).time();
        assertThat(sequences(new HistoryQuery(null, time, 10))).contains(4L);
        assertThat(sequences(new HistoryQuery("a", time.minusSeconds(60), 10))).containsExactly(2L, 1L);
        assertThat(sequences(new HistoryQuery(null, now().plusSeconds(60), 10))).isEmpty();
    }

    @Test
    void storesErrorsOfAnyLengthAndContent() {
        store().prepare();
        String longError = "x".repeat(3999) + "🗝" + "y".repeat(100_000);
        assertThat(write(0, null, event(1, "a", ChangeState.EXECUTION_FAILED, longError),
                event(2, "b", ChangeState.EXECUTION_FAILED, "before\0after"),
                event(3, "c", ChangeState.EXECUTION_FAILED, "half a key: \uD83D"))).isTrue();
        List<AuditEvent> events = store().history("shop", HistoryQuery.newest(3));
        assertThat(events.get(2).error()).startsWith("x".repeat(3999));
        assertThat(events.get(1).error()).startsWith("before").endsWith("after");
        assertThat(events.get(0).error()).startsWith("half a key: ");
    }

    @Test
    void holdsAThousandChanges() {
        store().prepare();
        List<AuditEvent> events = new ArrayList<>();
        for (int i = 1; i <= 1000; i++) {
            events.add(event(i, "change-" + i, ChangeState.EXECUTED));
        }
        assertThat(write(0, "done", events.toArray(new AuditEvent[0]))).isTrue();
        Snapshot snapshot = store().snapshot("shop");
        assertThat(snapshot.head()).isEqualTo(new Head(1000, "done"));
        assertThat(snapshot.states()).hasSize(1000);
        assertThat(snapshot.states().get("change-777").sequence()).isEqualTo(777);
    }

    protected final List<Long> sequences(HistoryQuery query) {
        return store().history("shop", query).stream().map(AuditEvent::sequence).toList();
    }

    protected final boolean write(long expected, String settled, AuditEvent... events) {
        return store().write(new AuditWrite("shop", expected, List.of(), List.of(events), settled));
    }
}
