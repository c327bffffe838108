package io.quarkiverse.flamingock.deployment.outside;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.jboss.jandex.DotName;

import io.quarkiverse.flamingock.deployment.outside.CallGraph.Step;
import io.quarkiverse.flamingock.deployment.outside.Client.Binding;
import io.quarkiverse.flamingock.deployment.scan.ScannedChange;
import io.quarkiverse.flamingock.deployment.scan.ScannedMethod;

/**
 * What the code does outside of the transaction that a change calls, itself or by way of other classes: it leaves the
 * transaction, or uses a client that was given to nobody.
 */
final class CodeEffects {

    private static final String ELSEWHERE = "what is done in another transaction";
    private static final DotName QUARKUS = DotName.createSimple("io.quarkus.narayana.jta.QuarkusTransaction");
    private static final DotName SEMANTICS = DotName.createSimple("io.quarkus.narayana.jta.TransactionSemantics");
    private static final DotName MANAGER = DotName.createSimple("jakarta.transaction.TransactionManager");
    private static final Set<String> LEAVING = Set.of("requiringNew", "suspendingExisting", "run", "call");

    private final ApplicationClasses application;
    private final Clients clients;
    private final CallGraph graph;

    CodeEffects(ApplicationClasses application, Clients clients, CallGraph graph) {
        this.application = application;
        this.clients = clients;
        this.graph = graph;
    }

    /**
     * @param change a change
     * @param transaction its transaction
     * @param given the clients that are known of already
     * @return what its code does that is not known by them
     */
    List<OutsideEffect> of(ScannedChange change, Transaction transaction, Set<Client> given) {
        List<OutsideEffect> effects = new ArrayList<>();
        Set<Client> reported = new HashSet<>(given);
        Walk walk = graph.walk(application.withSuperclasses(change.info()));
        List<ScannedMethod> applying = new ArrayList<>(change.initializers());
        applying.addAll(change.applyMethods());
        if (change.constructor() != null) {
            applying.add(0, change.constructor());
        }
        List<ScannedMethod> others = new ArrayList<>(change.rollbackMethods());
        others.addAll(change.probeMethods());
        applying.forEach(start -> follow(start, walk, transaction, reported, effects, true));
        others.forEach(start -> follow(start, walk, transaction, reported, effects, false));
        return effects;
    }

    private void follow(ScannedMethod start, Walk walk, Transaction transaction, Set<Client> reported,
            List<OutsideEffect> effects, boolean applies) {
        String name = start.info().isConstructor() ? "its constructor" : "#" + start.name();
        Step first = new Step(start.info().declaringClass().name(), start.info().name() + start.info().descriptor(), 0);
        for (Step step : graph.from(first, walk)) {
            String place = step.distance() == 0 ? name
                    : step.name() + ", which " + name + (step.distance() == 1 ? " calls" : " reaches");
            if (transaction.isJta()) {
                leaves(step, place, effects, applies);
            }
            for (Call call : graph.calls(step)) {
                Client client = uses(call, transaction);
                if (client != null && reported.add(client)) {
                    effects.add(transaction.effect(new Held("", client, null), "a call of " + call.owner() + " in " + place,
                            applies));
                }
            }
        }
    }

    private void leaves(Step step, String place, List<OutsideEffect> effects, boolean applies) {
        ClassCode.Leaving leaving = step.distance() == 0 ? null : graph.code(step.type()).leaving(step.signature());
        if (leaving != null) {
            effects.add(
                    new OutsideEffect(leaving.what(), place.replaceFirst(", which ", " with @Transactional(" + leaving.kind()
                            + "), which "), Remedy.JOIN, null, null, applies));
        }
        for (Call call : graph.calls(step)) {
            boolean programmatic = call.owner().equals(QUARKUS) && LEAVING.contains(call.name());
            boolean constant = call.owner().equals(SEMANTICS)
                    && (call.name().equals("REQUIRE_NEW") || call.name().equals("SUSPEND_EXISTING"));
            boolean suspended = call.owner().equals(MANAGER) && call.name().equals("suspend");
            if (programmatic || constant || suspended) {
                effects.add(new OutsideEffect(ELSEWHERE, call.owner().withoutPackagePrefix() + "." + call.name()
                        + (constant ? "" : "()") + " in " + place, Remedy.JOIN, null, null, applies));
                return;
            }
        }
    }

    /**
     * What the target system has given to the change is called, too, so of data stores only what needs nothing given counts.
     */
    private Client uses(Call call, Transaction transaction) {
        if (call.descriptor().isEmpty()) {
            return null;
        }
        Client client = clients.find(call.owner());
        if (client == null || client.binding() == Binding.NONE) {
            return client;
        }
        boolean entity = application.find(call.owner()) != null && call.exact();
        boolean counts = client.binding() == Binding.MONGODB
                || client.binding() == Binding.PERSISTENCE_UNIT && !transaction.isJta();
        return entity && counts ? client : null;
    }
}
