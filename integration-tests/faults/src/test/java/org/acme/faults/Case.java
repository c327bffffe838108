package org.acme.faults;

import io.quarkiverse.flamingock.RecoveryStrategy;

/**
 * A row for one kind of change, strategy and store.
 */
record Case<R>(String id, R row, Kind kind, RecoveryStrategy strategy, Store store) {

    String change() {
        return kind.change(strategy);
    }

    @Override
    public String toString() {
        return id + " " + change() + " " + store;
    }
}
