package io.quarkiverse.flamingock.runtime.engine.plan;

import java.util.List;

import io.quarkiverse.flamingock.runtime.engine.settings.Settings;
import io.quarkiverse.flamingock.runtime.engine.text.SystemProperty;

/**
 * Tells an operator of executed changes that differ from the code, and what to do.
 *
 * @param settings holds how the application is started
 */
public record Edits(Settings settings) {

    /** What stands for the reason in a command that is printed. */
    public static final String WHY = "<why>";

    private static final int COMMANDS = 10;

    /**
     * @param steps a plan
     * @return the ids of those of its changes that differ, in execution order
     */
    public static List<String> ids(List<Step> steps) {
        return steps.stream().filter(Step::differs).map(step -> step.change().id()).toList();
    }

    /** Where all states were read. */
    String found(List<Step> steps) {
        StringBuilder text = new StringBuilder("Executed changes differ from today's code and are not applied again:");
        steps.stream().filter(Step::edited).forEach(step -> text.append(line(step))
                .append("its code was edited after it was executed"));
        steps.stream().filter(Step::reordered).forEach(step -> text.append(line(step)).append("executed with order ")
                .append(step.last().order()).append(", now ").append(step.change().order()));
        List<String> ids = steps.stream().filter(step -> step.edited() || step.reordered()).map(step -> step.change().id())
                .toList();
        return text.append(advice(ids, ids.size())).toString();
    }

    /**
     * Where only the head was read.
     *
     * @param ids the ids of changes that differ, as far as they were noted
     * @param count how many there are
     * @return what an operator is told
     */
    public String noted(List<String> ids, int count) {
        int more = count - ids.size();
        return "Executed changes differ from today's code, or from the order in it, and are not applied again: "
                + String.join(", ", ids) + (more == 0 ? "" : (ids.isEmpty() ? "" : ", and ") + more + more(ids, more))
                + "." + advice(ids, count);
    }

    private static String more(List<String> ids, int more) {
        return (ids.isEmpty() ? "" : " more") + " whose " + (more == 1 ? "id is" : "ids are")
                + " too long to be noted, which Flamingock.plan() shows";
    }

    private static String line(Step step) {
        return "\n  " + step.change().id() + " (" + step.change().source() + "): ";
    }

    private String advice(List<String> ids, int count) {
        StringBuilder text = new StringBuilder("\nTake the edit back and put it into a new change. Or accept that it stays"
                + " as it is; with the reason in the place of " + WHY + ", this records it, applies nothing and exits:");
        ids.stream().limit(COMMANDS).forEach(id -> text.append("\n  ").append(command(id)));
        int shown = Math.min(COMMANDS, ids.size());
        if (shown == 0) {
            text.append("\n  ").append(command("<id>"));
        } else if (shown < count) {
            text.append("\n  and the same for the other ").append(count - shown);
        }
        return text.toString();
    }

    private String command(String id) {
        return settings.command(SystemProperty.argument("quarkus.flamingock.accept.change-id", id) + " "
                + SystemProperty.argument("quarkus.flamingock.accept.reason", WHY));
    }
}
