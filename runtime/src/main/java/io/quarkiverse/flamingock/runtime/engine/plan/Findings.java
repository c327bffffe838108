package io.quarkiverse.flamingock.runtime.engine.plan;

import java.util.Map;
import java.util.Set;

import io.quarkiverse.flamingock.spi.Markers;

/**
 * What was found out under the lock.
 *
 * @param markers by target system, read behind a raised fence. Changes of a target system that is missing here are planned as
 *        without the lock
 * @param probed what probes said, by change id
 * @param standing the ids of changes whose marker counts although the last event is newer
 */
public record Findings(Map<String, Markers> markers, Map<String, Proof> probed, Set<String> standing) {

    /** Nobody has looked. */
    static final Findings NONE = new Findings(Map.of(), Map.of(), Set.of());
}
