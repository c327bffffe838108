package io.quarkiverse.flamingock.deployment.outside;

/** What would bring an effect into the knowledge of the change, or into its transaction. */
public enum Remedy {
    /** The change names the other system. */
    NAME_IT,
    /** The change passes its session on to what works in the same system. */
    PASS_THE_SESSION,
    /** The change calls what joins its transaction. */
    JOIN
}
