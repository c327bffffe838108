package io.quarkiverse.flamingock.deployment.outside;

import java.util.Set;

import org.jboss.jandex.DotName;

/**
 * A call in the code of a method, or the constant of an enum that it uses.
 *
 * @param owner the type that it is called on
 * @param name the name of what is called
 * @param descriptor its parameters and what it returns; empty for a constant
 * @param exact whether it is that method, and none that overrides it
 * @param passed the types of the objects that are passed on
 */
record Call(DotName owner, String name, String descriptor, boolean exact, Set<DotName> passed) {

    static final String CONSTRUCTOR = "<init>";

    static Call constant(DotName owner, String name) {
        return new Call(owner, name, "", true, Set.of());
    }

    boolean isConstructor() {
        return name.equals(CONSTRUCTOR);
    }

    String signature() {
        return name + descriptor;
    }
}
