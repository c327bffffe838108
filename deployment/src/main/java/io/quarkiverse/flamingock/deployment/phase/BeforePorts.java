package io.quarkiverse.flamingock.deployment.phase;

import io.quarkus.builder.BuildChainBuilder;
import io.quarkus.builder.BuildProvider;
import io.quarkus.builder.item.BuildItem;

/**
 * Puts changes of phase APPLICATION before the HTTP port. The step that opens it asks for a few things; the only one that any
 * other step may contribute to, after {@code StartupEvent}, is named here. By its name: HTTP is an extension that need not be
 * there, and a build step that named it by an annotation could not be loaded then.
 */
public final class BeforePorts implements BuildProvider {

    /** Opens them. */
    static final String PORTS = "io.quarkus.vertx.http.deployment.VertxHttpProcessor";
    static final String ASKED_FOR = "io.quarkus.vertx.http.deployment.WebsocketSubProtocolsBuildItem";

    @Override
    public void installInto(BuildChainBuilder chain) {
        Class<?> asked = find(ASKED_FOR);
        if (asked != null) {
            chain.addBuildStep(context -> {
                // is only there to be between two others
            }).afterProduce(ApplicationPhaseBuildItem.class).beforeConsume(asked.asSubclass(BuildItem.class)).build();
        }
    }

    /**
     * @return whether nothing is known of how this version of Quarkus opens its ports
     */
    public static boolean isUnknown() {
        return isUnknown(PORTS, ASKED_FOR);
    }

    static boolean isUnknown(String ports, String asked) {
        return find(ports) != null && find(asked) == null;
    }

    /** Null where it is not part of this build. */
    static Class<?> find(String name) {
        try {
            return Class.forName(name, false, BeforePorts.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            return null;
        }
    }
}
