package io.quarkiverse.flamingock.runtime.engine.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;

import org.junit.jupiter.api.Test;

import io.quarkiverse.flamingock.NonTransactionalTargetSystem;
import io.quarkiverse.flamingock.RecoveryStrategy;
import io.quarkiverse.flamingock.result.ChangeState;
import io.quarkiverse.flamingock.runtime.pipeline.ChangeDescriptor;
import io.quarkiverse.flamingock.spi.Marker;
import io.quarkiverse.flamingock.spi.Markers;
import io.quarkiverse.flamingock.spi.StateRow;
import io.quarkiverse.flamingock.test.contract.Claims;

/**
 * What a marker proves, and what one proves that is missing.
 */
class EvidenceTest {

    private static final ChangeDescriptor CHANGE = new ChangeDescriptor("a", "1", "team", "", "com.acme.A", "db", true,
            RecoveryStrategy.MANUAL_INTERVENTION, "v1", false, false, index -> null, 0);

    @Test
    void aMissingMarkerIsAProofWhereMarkersAreKept() {
        assertThat(Evidence.of(CHANGE, last("db", true), Markers.EMPTY, false).proof()).isEqualTo(Proof.NOT_APPLIED);
    }

    @Test
    void aMissingMarkerIsNoneWhereNoneAreKept() {
        assertThat(Evidence.of(CHANGE, last("db", true), Markers.NOT_KEPT, false))
                .isEqualTo(new Evidence(Proof.NONE, null, null, 7, null));
    }

    @Test
    void aMissingMarkerIsNoneWhereNoneWasLeft() {
        assertThat(Evidence.of(CHANGE, last("db", false), Markers.EMPTY, false).proof()).isEqualTo(Proof.NONE);
        assertThat(Evidence.of(CHANGE, last("elsewhere", true), Markers.EMPTY, false).proof()).isEqualTo(Proof.NONE);
        assertThat(Evidence.of(CHANGE, null, Markers.EMPTY, false).proof()).isEqualTo(Proof.NONE);
    }

    @Test
    void aMarkerIsAProof() {
        Marker marker = new Marker("a", 7, "v1", Marker.State.APPLIED);
        assertThat(Evidence.of(CHANGE, last("db", true), Markers.kept(Map.of("a", marker)), false))
                .isEqualTo(new Evidence(Proof.APPLIED, "MARKER", "v1", 7, marker));
    }

    @Test
    void anOlderMarkerIsAProofWhereItStands() {
        Marker marker = new Marker("a", 5, "v1", Marker.State.APPLIED);
        Markers markers = Markers.kept(Map.of("a", marker));
        assertThat(Evidence.of(CHANGE, last("db", true), markers, false).proof()).isEqualTo(Proof.NOT_APPLIED);
        assertThat(Evidence.of(CHANGE, last("db", true), markers, true))
                .isEqualTo(new Evidence(Proof.APPLIED, "MARKER", "v1", 5, marker));
    }

    @Test
    void whoKeepsNoMarkersHasNone() {
        assertThat(NonTransactionalTargetSystem.of("broker").fence(Claims.of(1), "shop")).isEqualTo(Markers.NOT_KEPT);
        Map<String, Marker> some = Map.of("a", new Marker("a", 7, "v1", Marker.State.APPLIED));
        assertThatThrownBy(() -> new Markers(false, some)).isInstanceOf(IllegalArgumentException.class)
                .hasMessage("There are markers where none are kept: [a]");
    }

    private static StateRow last(String target, boolean transactional) {
        return new StateRow("a", ChangeState.STARTED, 1, 7, target, "1", "v1", transactional, 1, null, 0);
    }
}
