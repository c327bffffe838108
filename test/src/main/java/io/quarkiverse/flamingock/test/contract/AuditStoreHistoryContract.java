package io.quarkiverse.flamingock.test.contract;

import static io.quarkiverse.flamingock.test.contract.Events.event;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import io.quarkiverse.flamingock.result.AuditEvent;
import io.quarkiverse.flamingock.result.ChangeState;
import io.quarkiverse.flamingock.result.HistoryQuery;
import io.quarkiverse.flamingock.spi.AuditField;
import io.quarkiverse.flamingock.spi.AuditStore;
import io.quarkiverse.flamingock.spi.AuditWrite;
import io.quarkiverse.flamingock.spi.Head;
import io.quarkiverse.flamingock.spi.Snapshot;
import io.quarkiverse.flamingock.spi.StateRow;

/**
 * What every audit store keeps of an event, and how it gives it back. Each test has a store of its own that was never
 * prepared.
 * <p>
 * To run it, extend {@link AuditStoreContract}.
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
                        "it broke", 3)));
    }

    @Test
    void keepsAbsentFields() {
        store().prepare();
        AuditEvent event = AuditField.event(Map.of(AuditField.SEQUENCE, 1, AuditField.CHANGE_ID, "a", AuditField.STATE,
                "STARTED", AuditField.TARGET_SYSTEM, "inventory")::get);
        write(0, null, event);
        AuditEvent stored = store().history("shop", HistoryQuery.newest(10)).get(0);
        assertThat(stored).usingRecursiveComparison().ignoringFields("time").isEqualTo(event);
        assertThat(store().snapshot("shop").states().get("a"))
                .isEqualTo(new StateRow("a", ChangeState.STARTED, 0, 0, "inventory", null, null, false, 1, null, 0));
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
    void keepsTextsOfTheGreatestLength() {
        store().prepare();
        AuditEvent event = AuditField.event(field -> switch (field) {
            case CHANGE_ID -> "a";
            case STATE -> "EXECUTION_FAILED";
            case TARGET_SYSTEM -> "inventory";
            case RECOVERY -> null;
            case DESCRIPTION -> "ä".repeat(field.length());
            case ERROR -> "🗝".repeat(field.length() / 2);
            default -> field.type() == String.class ? "x".repeat(field.length()) : field == AuditField.TIME ? null : 1;
        });
        assertThat(write(0, null, event)).isTrue();
        assertThat(store().history("shop", HistoryQuery.newest(1)).get(0)).usingRecursiveComparison()
                .ignoringFields("time").isEqualTo(event);
    }

    @Test
    void readsTheLedgerFromItsBeginning() {
        store().prepare();
        write(0, null, event(1, "a", ChangeState.STARTED), event(2, "a", ChangeState.EXECUTED),
                event(3, "b", ChangeState.STARTED));
        assertThat(store().events("shop", 0, 2)).extracting(AuditEvent::sequence).containsExactly(1L, 2L);
        assertThat(store().events("shop", 2, 2)).extracting(AuditEvent::sequence).containsExactly(3L);
        assertThat(store().events("shop", 3, 2)).isEmpty();
        assertThat(store().events("other", 0, 2)).isEmpty();
    }

    @Test
    void keepsTheHashOfTheLastEvent() {
        store().prepare();
        store().write(new AuditWrite("shop", 0, List.of(), List.of(event(1, "a", ChangeState.STARTED)), null, "sha256:1"));
        assertThat(store().head("shop")).isEqualTo(new Head(1, null, "sha256:1"));
        store().write(new AuditWrite("shop", 1, List.of(), List.of(event(2, "a", ChangeState.EXECUTED)), "x", "sha256:2"));
        assertThat(store().head("shop")).isEqualTo(new Head(2, "x", "sha256:2"));
        assertThat(store().snapshot("shop").head()).isEqualTo(new Head(2, "x", "sha256:2"));
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
        assertThat(snapshot.head()).isEqualTo(new Head(1000, "done", null));
        assertThat(snapshot.states()).hasSize(1000);
        assertThat(snapshot.states().get("change-777").sequence()).isEqualTo(777);
    }

    protected final List<Long> sequences(HistoryQuery query) {
        return store().history("shop", query).stream().map(AuditEvent::sequence).toList();
    }

    protected final boolean write(long expected, String settled, AuditEvent... events) {
        return store().write(new AuditWrite("shop", expected, List.of(), List.of(events), settled, null));
    }
}
