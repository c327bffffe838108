package io.quarkiverse.flamingock.result;

import java.util.List;

/**
 * Where an application stands, in short.
 *
 * @param changes how many changes it has
 * @param pending those that a start would do something with, in execution order
 * @param edited ids of executed changes that differ from the code, or from the order in it, in execution order
 */
public record Status(int changes, List<PlannedChange> pending, List<String> edited) {

    public Status {
        pending = List.copyOf(pending);
        edited = List.copyOf(edited);
    }

    /**
     * @return whether a start would do nothing
     */
    public boolean upToDate() {
        return pending.isEmpty();
    }

    /**
     * @return the changes whose outcome a person must settle, in execution order
     */
    public List<PlannedChange> issues() {
        return pending.stream().filter(change -> change.action() == PlannedAction.STOP).toList();
    }
}
