package io.quarkiverse.flamingock.runtime.engine.port;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.quarkiverse.flamingock.spi.Outcome;
import io.quarkiverse.flamingock.spi.Outcome.Kind;

class CallTraceTest {

    @ParameterizedTest
    @CsvSource({
            // begun, given watched, given unwatched, what the target system says, what must follow
            "false, false, false, NOTHING_SENT, NOT_APPLIED",
            "false, true, true, NOTHING_SENT, NOT_APPLIED",
            "true, true, false, NOTHING_SENT, NOT_APPLIED",
            "true, true, true, NOTHING_SENT, PARTLY_APPLIED",
            "true, false, true, NOTHING_SENT, PARTLY_APPLIED",
            "true, false, false, NOTHING_SENT, PARTLY_APPLIED",
            "true, true, false, REFUSED, REFUSED",
            "true, true, true, REFUSED, UNPROVEN",
            "false, true, false, REFUSED, REFUSED",
            "false, true, true, REFUSED, UNPROVEN",
            "false, false, false, PARTLY_APPLIED, NOT_APPLIED",
            "false, false, true, PARTLY_APPLIED, NOT_APPLIED",
            "false, true, false, PARTLY_APPLIED, PARTLY_APPLIED",
            "true, false, false, PARTLY_APPLIED, PARTLY_APPLIED",
            "false, false, false, UNPROVEN, UNPROVEN",
            "true, true, false, CONFLICT, CONFLICT",
            "false, false, false, UNKNOWN, UNKNOWN" })
    void judges(boolean begun, boolean watched, boolean unwatched, Kind said, Kind follows) {
        CallTrace trace = new CallTrace();
        if (watched) {
            trace.givenWatched();
        }
        if (unwatched) {
            trace.givenUnwatched();
        }
        if (begun) {
            trace.begin();
        }
        IllegalStateException error = new IllegalStateException("wrong");
        assertThat(trace.judged(new Outcome(said, error))).isEqualTo(new Outcome(follows, error));
    }
}
