package io.quarkiverse.flamingock.result;

import java.util.List;

/**
 * What a start would do now: all changes of the application in execution order.
 *
 * @param changes the changes, in execution order
 * @param unknown ids of executed changes that are no longer in the application
 */
public record Plan(List<PlannedChange> changes, List<String> unknown) {

    public Plan {
        changes = List.copyOf(changes);
        unknown = List.copyOf(unknown);
    }

    /**
     * @return the changes that a start would do something with, in execution order
     */
    public List<PlannedChange> pending() {
        return changes.stream().filter(change -> change.action() != PlannedAction.SKIP).toList();
    }

    /**
     * @return the executed changes that differ from the code, or from the order in it, in execution order
     */
    public List<PlannedChange> edited() {
        return changes.stream().filter(change -> change.edited() || change.reordered()).toList();
    }

    /**
     * @return the changes whose outcome a person must settle, in execution order
     */
    public List<PlannedChange> issues() {
        return changes.stream().filter(change -> change.action() == PlannedAction.STOP).toList();
    }
}
