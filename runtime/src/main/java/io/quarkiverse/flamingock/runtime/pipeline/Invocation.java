package io.quarkiverse.flamingock.runtime.pipeline;

import java.util.List;

/**
 * A method of a change and what its parameters need.
 *
 * @param method for messages, e.g. {@code com.acme._01_AddStatus#apply}
 * @param code calls the method
 * @param arguments one entry per parameter
 */
public record Invocation(String method, ChangeCode code, List<Argument> arguments) {

    public Invocation {
        arguments = List.copyOf(arguments);
    }
}
