package io.quarkiverse.flamingock.runtime.devui;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;

import io.quarkiverse.flamingock.Flamingock;
import io.quarkiverse.flamingock.Phase;
import io.quarkiverse.flamingock.result.AuditEvent;
import io.quarkiverse.flamingock.result.HistoryQuery;
import io.quarkiverse.flamingock.result.PlannedAction;
import io.quarkiverse.flamingock.result.PlannedChange;
import io.quarkiverse.flamingock.runtime.devmode.StartProblem;

/**
 * Answers the Dev UI from the facade.
 */
@ApplicationScoped
public class FlamingockDevUiService {

    private static final int EVENTS = 1000;

    private final Flamingock flamingock;
    private final Instance<StartProblem> problem;

    FlamingockDevUiService(Flamingock flamingock, Instance<StartProblem> problem) {
        this.flamingock = flamingock;
        this.problem = problem;
    }

    /**
     * @return why this start would have been stopped outside of dev mode; empty where it would not
     */
    public String problem() {
        RuntimeException error = problem.isUnsatisfied() ? null : problem.get().get();
        return error == null ? "" : error.getMessage();
    }

    /**
     * @return the number of pending changes, for the card
     */
    public String pending() {
        return String.valueOf(flamingock.status().pending().size());
    }

    /**
     * @return all changes in execution order
     */
    public List<DevUiChange> changes() {
        Map<String, AuditEvent> newest = new HashMap<>();
        Map<String, String> errors = new HashMap<>();
        for (AuditEvent event : flamingock.history(HistoryQuery.newest(EVENTS))) {
            newest.putIfAbsent(event.changeId(), event);
            if (event.error() != null) {
                errors.putIfAbsent(event.changeId(), event.error());
            }
        }
        return flamingock.plan().changes().stream()
                .map(change -> line(change, newest.get(change.id()), errors.get(change.id())))
                .toList();
    }

    private static DevUiChange line(PlannedChange change, AuditEvent newest, String error) {
        return new DevUiChange(change.id(), change.order(), state(change), detail(change), change.targetSystem(),
                change.author(), change.description(), change.source(),
                newest == null ? "" : newest.time().toString(), error == null ? "" : error);
    }

    private static String state(PlannedChange change) {
        if (change.edited()) {
            return "edited since";
        }
        if (change.action() == PlannedAction.SKIP) {
            return "executed";
        }
        if (change.action() == PlannedAction.WAIT) {
            return "running";
        }
        if (change.action() == PlannedAction.LEAVE_OUT) {
            return "left out";
        }
        return change.state() == null || !change.state().isUnsettled() ? "pending" : "failed";
    }

    private static String detail(PlannedChange change) {
        if (change.action() == PlannedAction.WAIT) {
            return "last state " + change.state()
                    + ", and the lock on its target system is held: it is being applied or settled,"
                    + " or its instance has died and the lease is not over yet";
        }
        if (change.action() == PlannedAction.LEAVE_OUT) {
            return "its datasource or client is not active at this start (quarkus.flamingock.on-inactive=skip)";
        }
        return (change.state() == null ? "never executed" : "last state " + change.state()) + ", the next start will "
                + (change.action() == PlannedAction.BASELINE ? "record it as executed: a baseline is configured that names it"
                        : change.action() + " it")
                + (change.action() != PlannedAction.SKIP && change.phase() == Phase.APPLICATION
                        ? ", at its end: it is of phase APPLICATION"
                        : "");
    }
}
