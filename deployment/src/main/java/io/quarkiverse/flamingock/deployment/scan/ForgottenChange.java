package io.quarkiverse.flamingock.deployment.scan;

import java.util.List;

/**
 * A class that is written like a change, and is none, because {@code @Change} is missing.
 *
 * @param className its name
 * @param annotations what makes it look like a change, in words, as in {@code @Apply on method 'apply'}
 */
public record ForgottenChange(String className, List<String> annotations) {

    public ForgottenChange {
        annotations = List.copyOf(annotations);
    }
}
