package io.quarkiverse.flamingock.deployment.outside;

import java.util.ArrayList;
import java.util.List;

import org.jboss.jandex.DotName;

import io.quarkiverse.flamingock.deployment.scan.ScannedChange;
import io.quarkiverse.flamingock.deployment.scan.ScannedMethod;
import io.quarkiverse.flamingock.deployment.scan.ScannedParameter;

/**
 * Where a change asks for something.
 *
 * @param text what it is called in messages
 * @param value what it asks for
 * @param session whether it can pass on the session of its transaction
 * @param applies whether its apply method can use it
 */
record Place(String text, ScannedParameter value, boolean session, boolean applies) {

    private static final DotName SESSION = DotName.createSimple("com.mongodb.client.ClientSession");

    static List<Place> of(ScannedChange change) {
        List<Place> places = new ArrayList<>();
        boolean session = change.applyMethods().stream().anyMatch(Place::hasSession);
        if (change.constructor() != null) {
            add(places, change.constructor(), "its constructor", session, true);
        }
        change.fields().forEach(field -> places
                .add(new Place("its field '" + field.info().name() + "'", field.value(), session, true)));
        change.initializers().forEach(method -> add(places, method, "#" + method.name(), session, true));
        change.applyMethods().forEach(method -> add(places, method, "#" + method.name(), hasSession(method), true));
        change.rollbackMethods().forEach(method -> add(places, method, "#" + method.name(), hasSession(method), false));
        change.probeMethods().forEach(method -> add(places, method, "#" + method.name(), hasSession(method), false));
        return places;
    }

    private static void add(List<Place> places, ScannedMethod method, String of, boolean session, boolean applies) {
        method.parameters().forEach(parameter -> places
                .add(new Place("parameter '" + parameter.name() + "' of " + of, parameter, session, applies)));
    }

    private static boolean hasSession(ScannedMethod method) {
        return method.parameters().stream().anyMatch(parameter -> parameter.type().name().equals(SESSION));
    }
}
