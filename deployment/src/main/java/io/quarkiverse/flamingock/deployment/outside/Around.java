package io.quarkiverse.flamingock.deployment.outside;

import java.util.HashSet;
import java.util.Set;

import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.objectweb.asm.Type;

/**
 * The classes of which the code of a change can meet an object: those that it makes, and those of the types under which it
 * takes objects from elsewhere: parameters, fields, casts. A call of an interface ends in no other class, however many
 * implement it.
 */
final class Around {

    private final ApplicationClasses application;
    private final Set<DotName> classes = new HashSet<>();
    private final Set<DotName> met = new HashSet<>();

    Around(ApplicationClasses application) {
        this.application = application;
    }

    boolean has(DotName type) {
        return classes.contains(type);
    }

    /** An object of this very class. */
    void made(DotName type) {
        classes.add(type);
    }

    /** An object that is known by this type: of that class, or of any below it. */
    void met(DotName name) {
        ClassInfo type = met.add(name) ? application.find(name) : null;
        if (type != null) {
            made(name);
            application.below(type).forEach(below -> made(below.name()));
        }
    }

    /**
     * Objects that other code passes in.
     *
     * @param signature the name and the descriptor of the method that it calls
     */
    void passedTo(String signature) {
        for (Type parameter : Type.getArgumentTypes(signature.substring(signature.indexOf('(')))) {
            met(StaticTypes.name(parameter));
        }
    }
}
