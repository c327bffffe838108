package io.quarkiverse.flamingock.runtime.engine.environment;

import io.quarkiverse.flamingock.error.NestedCallException;

/**
 * An operation that is on its way, and what it runs at the moment.
 */
final class Running {

    private final String operation;
    private volatile String code;
    private volatile NestedCallException refused;

    Running(String operation) {
        this.operation = operation;
    }

    /** Null once it has ended. */
    void code(String what) {
        code = what;
        refused = null;
    }

    NestedCallException refuse(String nested) {
        NestedCallException refusal = new NestedCallException("Flamingock." + nested + " was called while "
                + (code == null ? "Flamingock." + operation + " ran a target system, an audit store or a bean" : code + " ran")
                + ", by its thread or one that was started by it. It would wait for itself, so it was refused. Take the call"
                + " out of there; a change that needs another one comes after it in the order.");
        refused = refusal;
        return refusal;
    }

    void check() {
        if (refused != null) {
            throw refused;
        }
    }
}
