package io.quarkiverse.flamingock.runtime.injection;

import io.quarkus.arc.Arc;
import io.quarkus.arc.BeanCreator;
import io.quarkus.arc.SyntheticCreationalContext;

/**
 * Gives a constructor parameter of a change what the running execution supplies. The build passes the parameters
 * {@link #TYPE}, {@link #NAME} and {@link #OR_CDI}.
 */
public final class SuppliedCreator implements BeanCreator<Object> {

    /** The class of the parameter; primitives as their wrappers. */
    public static final String TYPE = "type";

    /** The value of its {@code @Named}; empty where it has none. */
    public static final String NAME = "name";

    /** Whether CDI is asked where the target system has no such value. */
    public static final String OR_CDI = "orCdi";

    @Override
    public Object create(SyntheticCreationalContext<Object> context) {
        Class<?> type = (Class<?>) context.getParams().get(TYPE);
        String name = (String) context.getParams().get(NAME);
        boolean orCdi = (boolean) context.getParams().get(OR_CDI);
        return Arc.container().instance(CurrentExecution.class).get().supply(type, name.isEmpty() ? null : name, orCdi);
    }
}
