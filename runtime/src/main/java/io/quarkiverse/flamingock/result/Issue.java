package io.quarkiverse.flamingock.result;

import io.quarkiverse.flamingock.RecoveryStrategy;

/**
 * A change whose last state is a failure state and that a person must settle.
 *
 * @param changeId the id of the change
 * @param state its last state
 * @param targetSystem the target system to look at
 * @param source the class or file of the change
 * @param recovery the strategy in today's code
 * @param error the error of its last execution, null where the process ended without recording one
 * @param guidance what to do now, with the commands, over several lines
 */
public record Issue(String changeId, ChangeState state, String targetSystem, String source, RecoveryStrategy recovery,
        String error, String guidance) {
}
