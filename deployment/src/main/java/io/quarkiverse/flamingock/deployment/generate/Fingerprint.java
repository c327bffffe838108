package io.quarkiverse.flamingock.deployment.generate;

import java.util.List;

import io.quarkiverse.flamingock.Phase;
import io.quarkiverse.flamingock.deployment.checksum.Sha256;

/**
 * A hash over the changes of an application, in execution order: it differs whenever a change was added, removed, moved (also
 * to another phase) or edited.
 */
final class Fingerprint {

    private Fingerprint() {
    }

    static String of(List<CompiledChange> changes) {
        Sha256 hash = new Sha256();
        for (CompiledChange change : changes) {
            hash.add(change.id()).add(change.order()).add(change.targetSystem()).add(change.checksum() + phase(change));
        }
        return hash.hex();
    }

    /** Nothing for the phase of most changes, and nothing that the digits of a checksum could be. */
    private static String phase(CompiledChange change) {
        return change.phase() == Phase.SCHEMA ? "" : "@" + change.phase();
    }
}
