package io.quarkiverse.flamingock.result;

import io.quarkiverse.flamingock.Phase;
import io.quarkiverse.flamingock.RecoveryStrategy;

/**
 * One change of a {@link Plan}.
 *
 * @param id the id of the change
 * @param order its position within its phase
 * @param phase when it is applied
 * @param targetSystem the id of its target system
 * @param author who answers for it
 * @param description what it does; may be empty
 * @param source the class or file that it comes from
 * @param transactional whether it runs in a transaction, as declared
 * @param recovery the strategy in today's code
 * @param state its last recorded state, null if it was never executed
 * @param action what a start would do with it now
 * @param edited whether its code differs from what was executed
 * @param reordered whether its order differs from that under which it was executed
 * @param outOfOrder whether it is pending and orders before a change of its phase that was executed
 * @param error the error of its last execution, null if there is none
 */
public record PlannedChange(String id, String order, Phase phase, String targetSystem, String author, String description,
        String source, boolean transactional, RecoveryStrategy recovery, ChangeState state, PlannedAction action,
        boolean edited,
        boolean reordered, boolean outOfOrder, String error) {
}
