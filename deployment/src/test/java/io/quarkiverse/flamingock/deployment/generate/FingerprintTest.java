package io.quarkiverse.flamingock.deployment.generate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import org.junit.jupiter.api.Test;

import io.quarkiverse.flamingock.RecoveryStrategy;

class FingerprintTest {

    @Test
    void differsWhereverAStartMustLookAgain() {
        Set<String> fingerprints = new TreeSet<>();
        fingerprints.add(fingerprint());
        fingerprints.add(fingerprint(change("a", "1", "x", "c")));
        fingerprints.add(fingerprint(change("b", "1", "x", "c")));
        fingerprints.add(fingerprint(change("a", "2", "x", "c")));
        fingerprints.add(fingerprint(change("a", "1", "y", "c")));
        fingerprints.add(fingerprint(change("a", "1", "x", "d")));
        fingerprints.add(fingerprint(change("a", "1", "x", "c"), change("b", "2", "x", "c")));
        fingerprints.add(fingerprint(change("a1", "", "x", "c")));
        fingerprints.add(fingerprint(change("", "a1", "x", "c")));
        assertThat(fingerprints).hasSize(9).allMatch(fingerprint -> fingerprint.matches("[0-9a-f]{64}"));
    }

    @Test
    void isTheSameForTheSameChangesInAnyOrder() {
        assertThat(fingerprint(change("a", "1", "x", "c"), change("b", "2", "y", "d")))
                .isEqualTo(fingerprint(change("b", "2", "y", "d"), change("a", "1", "x", "c")));
    }

    private static String fingerprint(CompiledChange... changes) {
        return new CompiledPipeline(List.of(changes), List.of(), null).fingerprint();
    }

    private static CompiledChange change(String id, String order, String target, String checksum) {
        return new CompiledChange(id, order, "team", "", "source", target, List.of(), true, RecoveryStrategy.ALWAYS_RETRY,
                checksum,
                null);
    }
}
