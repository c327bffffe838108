package org.acme.faults;

import java.util.List;

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
    PROBED("probed", "files"),
    BOTH("both", "database"),
    BOTH_DDL("bothddl", "database"),
    BOTH_PROBED("bothprobed", "database");

    /** The changes over several systems. */
    static final List<Kind> SEVERAL = List.of(BOTH, BOTH_DDL, BOTH_PROBED);

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
            case BOTH, BOTH_DDL -> TargetClass.SEVERAL;
            case BOTH_PROBED -> TargetClass.SEVERAL_PROBED;
        };
    }

    /** Whether what it does in the database is there as a whole or not at all. */
    boolean isAllOrNothing(Store store) {
        return on(store) == TargetClass.TXM || SEVERAL.contains(this) && !(this == BOTH_DDL && store.commitsDdl);
    }

    /** The application that has such changes. */
    Variant variant() {
        return SEVERAL.contains(this) ? Variant.SEVERAL : Variant.TOGETHER;
    }
}
