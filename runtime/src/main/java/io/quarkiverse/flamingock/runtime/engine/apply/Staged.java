package io.quarkiverse.flamingock.runtime.engine.apply;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import io.quarkiverse.flamingock.runtime.engine.environment.Stage;
import io.quarkiverse.flamingock.runtime.engine.plan.Decision;
import io.quarkiverse.flamingock.runtime.engine.plan.Step;
import io.quarkiverse.flamingock.runtime.pipeline.PipelineSource;

/**
 * What of a plan is for this stage of a start, and what is not.
 *
 * @param stage how far the application is
 * @param source knows what kinds of target systems there are
 */
record Staged(Stage stage, PipelineSource source) {

    static boolean isPending(Step step) {
        return step.decision() != Decision.SKIP && step.decision() != Decision.WAIT;
    }

    /** Steps that need their target systems, leaving out those behind an issue on one of these. */
    List<Step> runnable(List<Step> steps) {
        Blocked blocked = new Blocked();
        return now(steps).stream().filter(step -> {
            if (step.decision().blocks() || step.decision() != Decision.SKIP && blocked.holds(step)) {
                blocked.add(step);
                return false;
            }
            return isPending(step);
        }).toList();
    }

    /** Without what comes later. What comes too late is left to the next start, with what builds on it. */
    List<Step> now(List<Step> steps) {
        return steps.stream().filter(step -> stage.runs(step.change()) || stage.isOver(step.change()))
                .map(step -> stage.isOver(step.change()) && isPending(step) ? step.left() : step).toList();
    }

    /** Whether it is done with, or is about to be. */
    boolean isDone(Step step, Set<String> locked) {
        return step.decision() == Decision.SKIP || stage.runs(step.change()) && locked.containsAll(step.targets());
    }

    /** The ids of what a later stage of the same start has to look at. */
    List<String> later(List<Step> steps) {
        return steps.stream().filter(step -> step.decision() != Decision.SKIP && !stage.runs(step.change())
                && !stage.isOver(step.change())).map(step -> step.change().id()).toList();
    }

    /**
     * The target systems of what comes later, as far as they can be opened now: one that is a bean may need what is not there
     * yet.
     */
    Set<String> foreseen(List<Step> steps) {
        Set<String> foreseen = new TreeSet<>();
        steps.stream().filter(step -> step.decision().runs() && !stage.runs(step.change()))
                .forEach(step -> foreseen.addAll(step.targets()));
        foreseen.removeIf(source.load()::isBean);
        return foreseen;
    }
}
