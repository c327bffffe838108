package io.quarkiverse.flamingock.runtime.pipeline;

/**
 * A parameter of a change's method and who supplies it.
 *
 * @param source who supplies it
 * @param type its type, primitives as their wrappers; null where CDI supplies it
 * @param name the value of its {@code @Named}, null where it has none
 * @param parameter its name in the code, for messages
 */
public record Argument(Source source, Class<?> type, String name, String parameter) {

    /** Who supplies a parameter. */
    public enum Source {
        /** The engine: the context of the execution. */
        CONTEXT,
        /** The target system, itself or from the dependencies that were added to it. */
        TARGET,
        /** The target system if it can, else CDI: where the build can't know what was added to a target system bean. */
        TARGET_OR_CDI,
        /** CDI, looked up by the generated code. */
        CDI
    }
}
