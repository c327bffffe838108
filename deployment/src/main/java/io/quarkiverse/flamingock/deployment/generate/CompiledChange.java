package io.quarkiverse.flamingock.deployment.generate;

import java.util.List;

import io.quarkiverse.flamingock.RecoveryStrategy;

/**
 * A valid change as it will be generated.
 *
 * @param id its id
 * @param order its position
 * @param author who answers for it
 * @param description what it does; may be empty
 * @param source the class that it comes from
 * @param targetSystem the id of its target system
 * @param transactional whether it is declared transactional
 * @param recovery its strategy
 * @param checksum the checksum of its code
 * @param constructor the parameters of its constructor that CDI does not supply
 * @param apply how to apply it
 * @param rollback how to take it back; null where it has no rollback method
 * @param probe how to find out whether it was applied; null where it has no probe
 */
public record CompiledChange(String id, String order, String author, String description, String source,
        String targetSystem, boolean transactional, RecoveryStrategy recovery, String checksum,
        List<CompiledArgument> constructor, CompiledMethod apply, CompiledMethod rollback, CompiledMethod probe) {

    public CompiledChange {
        constructor = List.copyOf(constructor);
    }
}
