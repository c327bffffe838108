package io.quarkiverse.flamingock.runtime.pipeline;

import java.util.List;

import io.quarkiverse.flamingock.RecoveryStrategy;

/**
 * One change as the build saw it.
 *
 * @param id its id
 * @param order its position
 * @param author who answers for it
 * @param description what it does; may be empty
 * @param source the class or file that it comes from
 * @param targetSystem the id of its target system
 * @param transactional whether it is declared transactional
 * @param recovery its strategy
 * @param checksum the checksum of its code
 * @param constructor what the target system or the engine supplies to its constructor; looked at before anything is applied
 * @param apply how to apply it
 * @param rollback how to take it back; null where it has no rollback method
 * @param probe how to find out whether it was applied; null where it has no probe
 */
public record ChangeDescriptor(String id, String order, String author, String description, String source, String targetSystem,
        boolean transactional, RecoveryStrategy recovery, String checksum, List<Argument> constructor, Invocation apply,
        Invocation rollback, Invocation probe) {

    public ChangeDescriptor {
        constructor = List.copyOf(constructor);
    }
}
