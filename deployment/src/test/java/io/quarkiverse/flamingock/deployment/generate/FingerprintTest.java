package io.quarkiverse.flamingock.deployment.generate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import org.junit.jupiter.api.Test;

import io.quarkiverse.flamingock.Phase;
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
        fingerprints.add(fingerprint(change("a", "1", "x", "c", Phase.APPLICATION)));
        assertThat(fingerprints).hasSize(10).allMatch(fingerprint -> fingerprint.matches("[0-9a-f]{64}"));
    }

    @Test
    void isTheSameForTheSameChangesInAnyOrder() {
        assertThat(fingerprint(change("a", "1", "x", "c"), change("b", "2", "y", "d")))
                .isEqualTo(fingerprint(change("b", "2", "y", "d"), change("a", "1", "x", "c")));
    }

    @Test
    void phasesComeBeforeOrders() {
        CompiledPipeline pipeline = new CompiledPipeline(List.of(change("late", "1", "x", "c", Phase.APPLICATION),
                change("early", "2", "x", "c"), change("last", "3", "x", "c", Phase.APPLICATION)), List.of(), null);
        assertThat(pipeline.changes()).extracting(CompiledChange::id).containsExactly("early", "late", "last");
    }

    private static String fingerprint(CompiledChange... changes) {
        return new CompiledPipeline(List.of(changes), List.of(), null).fingerprint();
    }

    private static CompiledChange change(String id, String order, String target, String checksum) {
        return change(id, order, target, checksum, Phase.SCHEMA);
    }

    private static CompiledChange change(String id, String order, String target, String checksum, Phase phase) {
        return new CompiledChange(id, order, "team", "", "source", target, List.of(), phase, true,
                RecoveryStrategy.ALWAYS_RETRY, checksum, null);
    }
}
