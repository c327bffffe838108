package io.quarkiverse.flamingock.result;

import io.quarkiverse.flamingock.RecoveryStrategy;

/**
 * What an audit event keeps of a change, as it was in the code then.
 *
 * @param id the id of the change
 * @param order its order
 * @param author who answers for it; may be null
 * @param description what it does; may be empty or null
 * @param source the class or file that it came from; may be null
 * @param targetSystem the id of the target system
 * @param recovery its recovery strategy; may be null
 * @param checksum the checksum of its code; may be null
 */
public record RecordedChange(String id, String order, String author, String description, String source, String targetSystem,
        RecoveryStrategy recovery, String checksum) {
}
