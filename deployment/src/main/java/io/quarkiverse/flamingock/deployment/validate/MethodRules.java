package io.quarkiverse.flamingock.deployment.validate;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.jboss.jandex.DotName;

import io.quarkiverse.flamingock.ProbeResult;
import io.quarkiverse.flamingock.deployment.scan.ScannedChange;
import io.quarkiverse.flamingock.deployment.scan.ScannedMethod;

/**
 * How many methods of each kind a change has, and that generated code can call them.
 */
final class MethodRules {

    private static final Set<DotName> ASYNCHRONOUS = Set.of(DotName.createSimple("io.smallrye.mutiny.Uni"),
            DotName.createSimple("io.smallrye.mutiny.Multi"), DotName.createSimple("java.util.concurrent.CompletionStage"),
            DotName.createSimple("java.util.concurrent.CompletableFuture"),
            DotName.createSimple("java.util.concurrent.Future"), DotName.createSimple("java.util.concurrent.Flow$Publisher"));

    private static final DotName PROBE_RESULT = DotName.createSimple(ProbeResult.class);

    private MethodRules() {
    }

    static List<Problem> check(ScannedChange change) {
        List<Problem> problems = new ArrayList<>();
        List<ScannedMethod> apply = change.applyMethods();
        List<ScannedMethod> rollback = change.rollbackMethods();
        if (apply.isEmpty()) {
            problems.add(new Problem(change.className(),
                    "no method is annotated @Apply. Annotate the one that applies the change."));
        }
        if (apply.size() > 1) {
            problems.add(new Problem(change.className(), apply.size() + " methods are annotated @Apply: " + names(apply)
                    + ". Leave one, and call the others from it or make them changes of their own."));
        }
        if (rollback.size() > 1) {
            problems.add(new Problem(change.className(), rollback.size() + " methods are annotated @Rollback: "
                    + names(rollback) + ". Leave one, and call the others from it."));
        }
        checkProbes(change, problems);
        change.methods().forEach(method -> checkCallable(change, method, problems));
        change.initializers().forEach(method -> checkInitializer(change, method, problems));
        return problems;
    }

    private static void checkProbes(ScannedChange change, List<Problem> problems) {
        List<ScannedMethod> probes = change.probeMethods();
        if (probes.size() > 1) {
            problems.add(new Problem(change.className(), probes.size() + " methods are annotated @Probe: " + names(probes)
                    + ". Leave one, and call the others from it."));
        }
        for (ScannedMethod probe : probes) {
            DotName answer = probe.info().returnType().name();
            if (!answer.equals(PROBE_RESULT) && !ASYNCHRONOUS.contains(answer)) {
                problems.add(new Problem(change.className() + "#" + probe.name(), "the method is annotated @Probe and returns "
                        + answer + ". Let it return io.quarkiverse.flamingock.ProbeResult."));
            }
        }
    }

    private static String names(List<ScannedMethod> methods) {
        return String.join(", ", methods.stream().map(ScannedMethod::name).sorted().toList());
    }

    /** One that is private, or of another package, is opened by the build. */
    private static void checkInitializer(ScannedChange change, ScannedMethod method, List<Problem> problems) {
        if (method.isStatic() || method.isAbstract()) {
            problems.add(new Problem(change.className() + "#" + method.name(), "a method that is injected can be neither static"
                    + " nor abstract. Remove that, or @Inject."));
        }
    }

    private static void checkCallable(ScannedChange change, ScannedMethod method, List<Problem> problems) {
        String place = change.className() + "#" + method.name();
        if (method.isPrivate()) {
            problems.add(new Problem(place, "the method is private, so generated code can't call it. Remove 'private'."));
        } else if (!method.isAccessibleFrom(change.packageName())) {
            problems.add(new Problem(place, "the method is declared in " + method.info().declaringClass().name()
                    + ", a class of another package, so generated code can't call it. Make it public."));
        }
        if (method.isStatic()) {
            problems.add(new Problem(place, "the method is static, but a change is called on an instance. Remove 'static'."));
        }
        if (method.isAbstract()) {
            problems.add(new Problem(place, "the method is abstract, so there is nothing to call. Give it a body."));
        }
        if (ASYNCHRONOUS.contains(method.info().returnType().name())) {
            problems.add(new Problem(place, "the method returns " + method.info().returnType().name()
                    + ", and nobody would wait for it. Wait for the result in the method, and return "
                    + (change.probeMethods().contains(method) ? "it." : "void.")));
        }
    }
}
