package io.quarkiverse.flamingock.offenders;

/** May lie in the hall. */
public final class Listed {
}
