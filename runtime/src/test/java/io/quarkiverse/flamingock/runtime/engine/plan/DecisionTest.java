package io.quarkiverse.flamingock.runtime.engine.plan;

import static io.quarkiverse.flamingock.RecoveryStrategy.ALWAYS_RETRY;
import static io.quarkiverse.flamingock.RecoveryStrategy.MANUAL_INTERVENTION;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import io.quarkiverse.flamingock.RecoveryStrategy;
import io.quarkiverse.flamingock.result.ChangeState;

/**
 * The decision table of the specification: every last state, with every proof a transactional or a non-transactional
 * execution can have, under both strategies.
 */
class DecisionTest {

    /** last state, proof, with MANUAL_INTERVENTION, with ALWAYS_RETRY. */
    @ParameterizedTest
    @CsvSource({
            // never executed; a marker without an event is what a lost audit write leaves
            "                            , NONE,           APPLY,           APPLY",
            "                            , NOT_APPLIED,    APPLY,           APPLY",
            "                            , APPLIED,        RECORD_EXECUTED, RECORD_EXECUTED",
            "EXECUTED,                     NONE,           SKIP,            SKIP",
            "EXECUTED,                     APPLIED,        SKIP,            SKIP",
            "MANUAL_MARKED_AS_EXECUTED,    NONE,           SKIP,            SKIP",
            "MANUAL_MARKED_AS_EXECUTED,    NOT_APPLIED,    SKIP,            SKIP",
            "ROLLED_BACK,                  NONE,           APPLY,           APPLY",
            "ROLLED_BACK,                  NOT_APPLIED,    APPLY,           APPLY",
            "ROLLED_BACK,                  PARTLY_APPLIED, STOP,            RETRY",
            "                            , PARTLY_APPLIED, STOP,            RETRY",
            "MANUAL_MARKED_AS_ROLLED_BACK, PARTLY_APPLIED, APPLY,           APPLY",
            "ROLLED_BACK,                  APPLIED,        RECORD_EXECUTED, RECORD_EXECUTED",
            "MANUAL_MARKED_AS_ROLLED_BACK, NONE,           APPLY,           APPLY",
            "MANUAL_MARKED_AS_ROLLED_BACK, NOT_APPLIED,    APPLY,           APPLY",
            "UNDONE,                       NONE,           APPLY,           APPLY",
            "STARTED,                      APPLIED,        RECORD_EXECUTED, RECORD_EXECUTED",
            "STARTED,                      NOT_APPLIED,    APPLY,           APPLY",
            "STARTED,                      LATER,          PROVE,           PROVE",
            "STARTED,                      NONE,           STOP,            RETRY",
            "STARTED,                      PARTLY_APPLIED, STOP,            RETRY",
            "EXECUTION_FAILED,             APPLIED,        RECORD_EXECUTED, RECORD_EXECUTED",
            "EXECUTION_FAILED,             NOT_APPLIED,    APPLY,           APPLY",
            "EXECUTION_FAILED,             LATER,          PROVE,           PROVE",
            "EXECUTION_FAILED,             NONE,           STOP,            RETRY",
            "EXECUTION_FAILED,             PARTLY_APPLIED, STOP,            RETRY",
            "ROLLBACK_STARTED,             NONE,           STOP,            RETRY",
            "ROLLBACK_STARTED,             LATER,          PROVE,           PROVE",
            "ROLLBACK_STARTED,             APPLIED,        RECORD_EXECUTED, RECORD_EXECUTED",
            "ROLLBACK_STARTED,             NOT_APPLIED,    APPLY,           APPLY",
            "ROLLBACK_STARTED,             PARTLY_APPLIED, STOP,            RETRY",
            "ROLLBACK_FAILED,              NONE,           STOP,            RETRY",
            "ROLLBACK_FAILED,              LATER,          PROVE,           PROVE",
            "ROLLBACK_FAILED,              NOT_APPLIED,    APPLY,           APPLY",
            "ROLLBACK_FAILED,              PARTLY_APPLIED, STOP,            RETRY",
            "UNDO_STARTED,                 NONE,           STOP,            STOP",
            "UNDO_FAILED,                  NONE,           STOP,            STOP"
    })
    void table(ChangeState last, Proof proof, Decision manual, Decision retry) {
        assertThat(Decision.of(last, proof, MANUAL_INTERVENTION, false)).isEqualTo(manual);
        assertThat(Decision.of(last, proof, ALWAYS_RETRY, false)).isEqualTo(retry);
    }

    /** A change that was interrupted too often waits for a person, unless it is proven to be there. */
    @ParameterizedTest
    @CsvSource({ "NONE, STOP", "NOT_APPLIED, STOP", "PARTLY_APPLIED, STOP", "LATER, PROVE", "APPLIED, RECORD_EXECUTED" })
    void exhausted(Proof proof, Decision decision) {
        for (RecoveryStrategy strategy : RecoveryStrategy.values()) {
            assertThat(Decision.of(ChangeState.STARTED, proof, strategy, true)).isEqualTo(decision);
            assertThat(Decision.of(ChangeState.ROLLBACK_STARTED, proof, strategy, true)).isEqualTo(decision);
        }
    }

    @ParameterizedTest
    @MethodSource("everything")
    void anAppliedChangeNeverRunsAgainAndAnUnprovenOneOnlyWithItsConsent(ChangeState last, Proof proof,
            RecoveryStrategy strategy) {
        Decision decision = Decision.of(last, proof, strategy, false);

        if (last != null && last.isApplied()) {
            assertThat(decision).isEqualTo(Decision.SKIP);
        }
        if (proof == Proof.APPLIED) {
            assertThat(decision.runs()).isFalse();
        }
        if (last != null && last.isUnsettled() && proof != Proof.NOT_APPLIED && strategy == MANUAL_INTERVENTION) {
            assertThat(decision.runs()).isFalse();
        }
    }

    static List<Arguments> everything() {
        List<Arguments> all = new ArrayList<>();
        List<ChangeState> states = new ArrayList<>(List.of(ChangeState.values()));
        states.add(null);
        for (ChangeState state : states) {
            for (Proof proof : Proof.values()) {
                for (RecoveryStrategy strategy : RecoveryStrategy.values()) {
                    all.add(Arguments.of(state, proof, strategy));
                }
            }
        }
        return all;
    }

    @Test
    void everyStateHasARow() {
        assertThat(everything()).hasSize((ChangeState.values().length + 1) * Proof.values().length * 2);
    }
}
