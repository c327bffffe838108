package io.quarkiverse.flamingock.deployment.targets;

/** Who supplies a parameter or field of a change. */
public enum Source {
    /** The engine: the context of the execution. */
    CONTEXT,
    /** The target system, itself or from the dependencies that were added to it. */
    TARGET,
    /** The target system if it can, else CDI: where the build can't know what was added to a target system bean. */
    TARGET_OR_CDI,
    /** Configuration, read without CDI. */
    CONFIGURATION,
    /** The logger of the change's class. */
    LOGGER,
    /** CDI. */
    CDI
}
