package io.quarkiverse.flamingock.deployment.checksum;

import java.util.Set;

import org.objectweb.asm.Type;

/**
 * What is written to a log is not what a change does: calls of the usual logging frameworks are left out, and the fields that
 * hold their loggers. What is called for their arguments stays.
 */
final class Logging {

    private static final Set<String> LOGGERS = Set.of("io/quarkus/logging/Log", "org/jboss/logging/Logger",
            "org/jboss/logging/BasicLogger", "org/slf4j/Logger", "org/slf4j/LoggerFactory", "java/util/logging/Logger",
            "java/lang/System$Logger", "org/apache/logging/log4j/Logger", "org/apache/logging/log4j/LogManager",
            "org/apache/commons/logging/Log", "org/apache/commons/logging/LogFactory");

    private Logging() {
    }

    /** Is a type, by its descriptor, a logger's? */
    static boolean is(String descriptor) {
        return descriptor.startsWith("L") && isOwner(descriptor.substring(1, descriptor.length() - 1));
    }

    /** Is a class, by its internal name, a logger's? */
    static boolean isOwner(String name) {
        return LOGGERS.contains(name);
    }

    /** What a call of a logger gives back. */
    static Node result(String descriptor) {
        return Node.pure("log", Math.max(1, Type.getReturnType(descriptor).getSize()));
    }
}
