package io.quarkiverse.flamingock.deployment.checksum;

import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Names of classes without what changes when a package is renamed. Those of the JDK keep their packages, which tell
 * {@code java.util.Date} from {@code java.sql.Date}; the change's own classes have no name at all.
 */
final class Names {

    private static final List<String> FULL = List.of("java/", "javax/");
    private static final Pattern IN_DESCRIPTOR = Pattern.compile("L([^;<>]+)");

    private final Predicate<String> own;

    /**
     * @param own tells the change's own classes, by internal names
     */
    Names(Predicate<String> own) {
        this.own = own;
    }

    /** The name of a class or array, from an internal name. */
    String of(String internalName) {
        if (internalName.startsWith("[")) {
            return descriptor(internalName);
        }
        if (own.test(internalName)) {
            return "own";
        }
        return FULL.stream().anyMatch(internalName::startsWith) ? internalName
                : internalName.substring(internalName.lastIndexOf('/') + 1);
    }

    /** The parameters of a method. Which return type it has where a subclass has another one is for the compiler to decide. */
    String parameters(String descriptor) {
        return descriptor(descriptor.substring(0, descriptor.indexOf(')') + 1));
    }

    /** A descriptor or a generic signature. */
    String descriptor(String descriptor) {
        Matcher matcher = IN_DESCRIPTOR.matcher(descriptor);
        StringBuilder text = new StringBuilder();
        while (matcher.find()) {
            matcher.appendReplacement(text, Matcher.quoteReplacement("L" + of(matcher.group(1))));
        }
        return matcher.appendTail(text).toString();
    }
}
