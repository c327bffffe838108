package io.quarkiverse.flamingock.offenders;

/** May not lie in the hall. */
final class Stray {
}
