package io.quarkiverse.flamingock.runtime.engine.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

import io.quarkiverse.flamingock.result.AuditEvent;
import io.quarkiverse.flamingock.result.BrokenEvent;
import io.quarkiverse.flamingock.runtime.engine.plan.Decision;
import io.quarkiverse.flamingock.runtime.engine.plan.Edits;
import io.quarkiverse.flamingock.runtime.engine.plan.Planner;
import io.quarkiverse.flamingock.runtime.engine.plan.Step;
import io.quarkiverse.flamingock.runtime.engine.settings.SettledMark;
import io.quarkiverse.flamingock.spi.AuditField;
import io.quarkiverse.flamingock.spi.Snapshot;
import io.quarkiverse.flamingock.spi.StateRow;

/**
 * Whether what starts read, the states and the head, is what follows from the events.
 *
 * @param lastOf the last event of each change
 */
record StateCheck(Map<String, AuditEvent> lastOf) {

    private static final int SHOWN = 60;

    /** Null where it is. */
    BrokenEvent check(Snapshot snapshot, Planner planner, SettledMark mark) {
        for (AuditEvent event : lastOf.values()) {
            String problem = problem(event, snapshot.states().get(event.changeId()));
            if (problem != null) {
                return broken(event.sequence(), event.changeId(), "is the last of its change, but " + problem);
            }
        }
        for (StateRow row : snapshot.states().values()) {
            if (!lastOf.containsKey(row.changeId())) {
                return broken(row.sequence(), row.changeId(), "is missing: only the state of its change is there");
            }
        }
        return mark.fits(snapshot.head().settled()) ? settled(snapshot, planner, mark) : null;
    }

    private static String problem(AuditEvent event, StateRow row) {
        if (row == null) {
            return "the state of its change is missing: it was removed, or its id was changed";
        }
        StateRow expected = AuditField.state(field -> field.of(event));
        List<String> differences = new ArrayList<>();
        for (AuditField field : AuditField.values()) {
            if (field.inState() && !same(field.of(expected), field.of(row))) {
                differences.add(field.name().toLowerCase(Locale.ROOT) + " is " + shown(field.of(row)) + " there and "
                        + shown(field.of(expected)) + " in the event");
            }
        }
        return differences.isEmpty() ? null
                : "the state of its change is not that of the event: " + String.join(", ", differences)
                        + ". The state was changed";
    }

    /** Some stores can't tell an empty text from none. */
    private static boolean same(Object one, Object other) {
        return Objects.equals("".equals(one) ? null : one, "".equals(other) ? null : other);
    }

    private static String shown(Object value) {
        if (!(value instanceof String text)) {
            return value == null ? "empty" : value.toString();
        }
        return "'" + (text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…") + "'";
    }

    /** A start that believes the head looks at nothing else. */
    private static BrokenEvent settled(Snapshot snapshot, Planner planner, SettledMark mark) {
        List<Step> steps = planner.plan(snapshot);
        for (Step step : steps) {
            if (step.decision() != Decision.SKIP) {
                String id = step.change().id();
                return new BrokenEvent(snapshot.head().sequence(), id,
                        "The head of the service says that nothing is pending, but"
                                + " change '" + id + "' " + (step.state() == null ? "was never applied"
                                        : "is in state " + step.state())
                                + ": the head was changed");
            }
        }
        List<String> edited = Edits.ids(steps);
        return snapshot.head().settled().equals(mark.with(edited)) ? null
                : new BrokenEvent(snapshot.head().sequence(), null,
                        "The head of the service names other edited changes than there are, which are "
                                + (edited.isEmpty() ? "none" : String.join(", ", edited)) + ": the head was changed");
    }

    private static BrokenEvent broken(long sequence, String changeId, String problem) {
        return new BrokenEvent(sequence, changeId, "Event " + sequence + " of change '" + changeId + "' " + problem);
    }
}
