package io.quarkiverse.flamingock.deployment.scan;

import java.lang.reflect.Modifier;

import org.jboss.jandex.ClassInfo;

/**
 * What generated code can reach, which stands in the package of a change and is no subclass of anything.
 */
final class Accessible {

    private Accessible() {
    }

    static boolean from(String packageName, int flags, ClassInfo declaring) {
        String own = declaring.name().packagePrefix();
        return Modifier.isPublic(flags)
                || !Modifier.isPrivate(flags) && (own == null ? "" : own).equals(packageName == null ? "" : packageName);
    }
}
