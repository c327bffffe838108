package io.quarkiverse.flamingock.deployment.validate;

import java.util.List;

import io.quarkiverse.flamingock.deployment.scan.ScannedChange;
import io.quarkiverse.flamingock.deployment.targets.ChangeTargets;
import io.quarkiverse.flamingock.runtime.pipeline.TargetDescriptor;
import io.quarkiverse.flamingock.runtime.pipeline.TargetDescriptor.Kind;

/**
 * That a change can be taken back: one whose failure no transaction undoes needs a method for it.
 */
final class RollbackRules {

    private static final String MISSING = "no method is annotated @Rollback, ";
    private static final String FIX = " Add a method that takes back what @Apply does.";
    private static final String NOT_TAKEN_BACK = "nothing takes back what a failure leaves%s, and the change can't be undone"
            + " later.";

    private RollbackRules() {
    }

    /** Of every change. */
    static List<Problem> require(ScannedChange change) {
        return change.rollbackMethods().isEmpty()
                ? problem(change, "which quarkus.flamingock.require-rollback=true asks of every"
                        + " change.")
                : List.of();
    }

    /** Of changes without a transaction, as far as the build knows. */
    static List<Problem> advise(ScannedChange change, ChangeTargets targets) {
        if (!change.rollbackMethods().isEmpty() || targets.first() == null) {
            return List.of();
        }
        if (!change.transactional() || Kind.NON_TRANSACTIONAL.equals(targets.first().kind())) {
            return problem(change, "and the change has no transaction: " + NOT_TAKEN_BACK.formatted(""));
        }
        if (!hasTransactions(targets.first())) {
            return problem(change, "and only the start knows whether target system '" + targets.first().id()
                    + "' has transactions. If it has none, " + NOT_TAKEN_BACK.formatted(""));
        }
        return targets.others().isEmpty() ? List.of()
                : problem(change, "and no transaction covers the systems that are named in 'also': "
                        + NOT_TAKEN_BACK.formatted(" there"));
    }

    private static boolean hasTransactions(TargetDescriptor target) {
        return Kind.JDBC.equals(target.kind()) || Kind.MONGODB.equals(target.kind());
    }

    private static List<Problem> problem(ScannedChange change, String why) {
        return List.of(new Problem(change.className(), MISSING + why + FIX));
    }
}
