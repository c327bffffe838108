package io.quarkiverse.flamingock.deployment.generate;

import java.util.List;

import io.quarkiverse.flamingock.deployment.checksum.Sha256;

/**
 * A hash over the changes of an application, in execution order: it differs whenever a change was added, removed, moved or
 * edited.
 */
final class Fingerprint {

    private Fingerprint() {
    }

    static String of(List<CompiledChange> changes) {
        Sha256 hash = new Sha256();
        for (CompiledChange change : changes) {
            hash.add(change.id()).add(change.order()).add(change.targetSystem()).add(change.checksum());
        }
        return hash.hex();
    }
}
