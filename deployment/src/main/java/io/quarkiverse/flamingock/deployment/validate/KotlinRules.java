package io.quarkiverse.flamingock.deployment.validate;

import java.util.ArrayList;
import java.util.List;

import io.quarkiverse.flamingock.deployment.scan.KotlinMethod;
import io.quarkiverse.flamingock.deployment.scan.ScannedChange;
import io.quarkiverse.flamingock.deployment.scan.ScannedMethod;

/**
 * What a function in Kotlin can be that a method in Java can't: suspended, and called with fewer arguments than it has.
 */
final class KotlinRules {

    private KotlinRules() {
    }

    static List<Problem> check(ScannedChange change) {
        List<Problem> problems = new ArrayList<>();
        for (ScannedMethod method : called(change)) {
            if (new KotlinMethod(method.info()).isSuspend()) {
                problems.add(new Problem(place(change, method), "the method is a suspend function, and a change method must"
                        + " not be one: it is called without a coroutine, and is done when it returns. Remove 'suspend', and"
                        + " call what suspends within runBlocking { … }."));
            }
        }
        return problems;
    }

    /**
     * @param change a change
     * @param problems what was found in its parameters
     * @return the same in words of Kotlin
     */
    static List<Problem> explain(ScannedChange change, List<Problem> problems) {
        List<Problem> explained = problems;
        for (ScannedMethod method : called(change)) {
            KotlinMethod kotlin = new KotlinMethod(method.info());
            if (kotlin.isSuspend()) {
                // Nobody wrote this parameter.
                String continuation = parameter(change, method, method.parameters().size());
                explained = explained.stream().filter(problem -> !problem.place().startsWith(continuation)).toList();
            }
            if (kotlin.hasDefaultArguments()) {
                String parameters = place(change, method) + ", parameter ";
                explained = explained.stream().map(problem -> problem.place().startsWith(parameters)
                        ? new Problem(problem.place(), problem.text() + " Default arguments of Kotlin are not used: a change is"
                                + " called with all that its method asks for.")
                        : problem).toList();
            }
        }
        return explained;
    }

    private static List<ScannedMethod> called(ScannedChange change) {
        List<ScannedMethod> called = new ArrayList<>(change.initializers());
        called.addAll(change.methods());
        return called;
    }

    private static String place(ScannedChange change, ScannedMethod method) {
        return change.className() + "#" + method.name();
    }

    private static String parameter(ScannedChange change, ScannedMethod method, int position) {
        return place(change, method) + ", parameter " + position + " ";
    }
}
