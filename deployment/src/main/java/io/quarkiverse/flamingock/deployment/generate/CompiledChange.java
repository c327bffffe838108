package io.quarkiverse.flamingock.deployment.generate;

import java.util.List;

import io.quarkiverse.flamingock.Phase;
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
 * @param also the ids of the other target systems that it changes
 * @param phase when it is applied
 * @param transactional whether it is declared transactional
 * @param recovery its strategy
 * @param checksum the checksum of its code
 * @param code how it is called
 */
public record CompiledChange(String id, String order, String author, String description, String source,
        String targetSystem, List<String> also, Phase phase, boolean transactional, RecoveryStrategy recovery, String checksum,
        CompiledCode code) {
}
