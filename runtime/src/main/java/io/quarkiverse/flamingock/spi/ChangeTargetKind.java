package io.quarkiverse.flamingock.spi;

/**
 * Opens target systems of a kind. A CDI bean whose {@code @Identifier} is the name of the kind, as an extension gives it to the
 * build in {@code TargetSystemKindBuildItem}. An application with a target system of its own has no need of it: there the
 * {@link ChangeTarget} itself is a bean.
 */
public interface ChangeTargetKind {

    /**
     * Opens a target system when it is first needed. It sends nothing to a server.
     *
     * @param id the id that changes name the target system by
     * @param name the name of what it is among those of its kind
     * @return the target system, with that id
     * @throws io.quarkiverse.flamingock.error.TargetSystemUnavailableException when it is inactive or missing, saying what to
     *         set
     */
    ChangeTarget open(String id, String name);

    /**
     * Gives a target system that the application has produced as a bean what is configured for all of this kind, as prefix,
     * schema and timeouts are, where the application has not set them itself.
     *
     * @param bean a target system, maybe of another kind
     * @return the same one with the configuration, or as it is
     */
    default ChangeTarget configured(ChangeTarget bean) {
        return bean;
    }
}
