package io.quarkiverse.flamingock.test.shop;

import io.quarkiverse.flamingock.Change;
import io.quarkiverse.flamingock.Execution;
import io.quarkiverse.flamingock.Recovery;
import io.quarkiverse.flamingock.RecoveryStrategy;
import io.quarkiverse.flamingock.RollbackExecution;
import io.quarkiverse.flamingock.TargetSystem;

/** Package-private, final, with the former annotations and the order in the annotation. */
@TargetSystem("inventory")
@Recovery(strategy = RecoveryStrategy.ALWAYS_RETRY)
@Change(id = "add-stock", order = "002", author = "stock", transactional = false)
@SuppressWarnings("deprecation")
final class AddStock {

    private final Calls calls;

    AddStock(Calls calls) {
        this.calls = calls;
    }

    @Execution
    void execute() {
        calls.add("add-stock");
    }

    @RollbackExecution
    void takeBack() {
        calls.add("no stock");
    }
}
