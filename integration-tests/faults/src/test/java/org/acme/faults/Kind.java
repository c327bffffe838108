package org.acme.faults;

import io.quarkiverse.flamingock.RecoveryStrategy;

/**
 * A kind of change, of which the application has one for each strategy.
 */
enum Kind {

    TX("tx", "database"),
    DDL("ddl", "database"),
    AUTO("auto", "database"),
    FILE("file", "files"),
    BARE("bare", "files"),
    PROBED("probed", "files");

    private final String id;
    final String target;

    Kind(String id, String target) {
        this.id = id;
        this.target = target;
    }

    String change(RecoveryStrategy strategy) {
        return id + (strategy == RecoveryStrategy.ALWAYS_RETRY ? "-ar" : "-mi");
    }

    String prefix() {
        return id + "-";
    }

    TargetClass on(Store store) {
        return switch (this) {
            case TX -> TargetClass.TXM;
            case DDL -> store.commitsDdl ? TargetClass.TX0 : TargetClass.TXM;
            case AUTO, FILE, BARE -> TargetClass.NTX;
            case PROBED -> TargetClass.NTXP;
        };
    }
}
